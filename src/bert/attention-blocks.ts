/**
 * How much attention goes from one kind of token to another: from the words of sentence A to those
 * of B, say, or to `[SEP]`.
 *
 *   share(F → G) = mean over the tokens i of F of Σ_{j in G} weight[i][j]
 *
 * Each row of weights sums to 1, so the shares of one F over all G sum to 1, too: they say where
 * the attention of an average token of F goes. Clark et al. 2019, "What Does BERT Look At?",
 * section 3, measured so that much of BERT-base's attention goes to `[SEP]`.
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { assertStrings, inWords } from "../core/check";

/** share.get("A")!.get("B") is the share of attention from A to B. */
export type BlockShares = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * @param weights [T, T], a row for each token that looks
 * @param groups  T names: which kind each token is of
 */
export function attentionBlocks(
  weights: readonly ArrayLike<number>[],
  groups: readonly string[],
): BlockShares {
  assertStrings("attentionBlocks", "groups", groups);
  const size = groups.length;
  const wrong = Array.from(weights).find((row) => row.length !== size);
  if (size === 0 || weights.length !== size || wrong !== undefined) {
    throw new RangeError(
      `attentionBlocks: for ${size} groups the weights must be [${size}, ${size}], ` +
        `got [${weights.length}, ${wrong?.length ?? size}]`,
    );
  }
  const names = [...new Set(groups)];
  return new Map(
    names.map((from) => {
      const rows = weights.filter((_, i) => groups[i] === from);
      const to = new Map(names.map((name): [string, number] => [name, 0]));
      for (const row of rows) {
        groups.forEach((name, j) => to.set(name, to.get(name)! + row[j]! / rows.length));
      }
      return [from, to];
    }),
  );
}

/**
 * The kinds of tokens in BERT's input: "A" and "B" for the words of the two sentences, and each
 * special token by its own name.
 *
 * @param tokens       such as "[CLS]", "the", "duck", "##s", "[SEP]"
 * @param tokenTypeIds 0 in sentence A, 1 in sentence B
 */
export function sentenceGroups(
  tokens: readonly string[],
  tokenTypeIds: readonly number[],
): string[] {
  if (tokenTypeIds.length !== tokens.length) {
    throw new RangeError(
      `sentenceGroups: tokenTypeIds must be as long as tokens (${tokens.length}), ` +
        `got ${tokenTypeIds.length}`,
    );
  }
  return tokens.map((token, t) => {
    if (/^\[(CLS|SEP|PAD|MASK|UNK)\]$/.test(token)) return token;
    const letter = ["A", "B"][tokenTypeIds[t]!];
    if (letter !== undefined) return letter;
    throw new RangeError(
      `sentenceGroups: tokenTypeIds must be 0 or 1, got ${inWords(tokenTypeIds[t])}`,
    );
  });
}
