/**
 * The exercises ask for small versions of what the library does. Here the two are compared on all
 * cases: what a learner is told to be right is what the library computes.
 */
import { describe, it } from "node:test";
import assert from "node:assert/strict";
import * as tf from "../../src/core/tf";
import { attention, paddingBias } from "../../src/bert/attention";
import { attentionBlocks } from "../../src/bert/attention-blocks";
import { bertConfig } from "../../src/bert/config";
import { lookUpEmbeddings } from "../../src/bert/embeddings";
import { countParameters, encoderShapes } from "../../src/bert/parameter-shapes";
import { ParameterScope } from "../../src/bert/parameters";
import { startLab } from "../../src/engine/lab";
import { layerNorm } from "../../src/engine/hand-gradients";
import { answersEqual } from "../../src/exercises/compare";
import type { Exercise } from "../../src/exercises/exercise";
import { casesOf } from "../../src/exercises/judge";
import { planeCosine } from "../../src/exercises/lesson-00/cosine";
import { vectorLength } from "../../src/exercises/lesson-00/vector-length";
import { bigrams } from "../../src/exercises/lesson-01/bigrams";
import { documentCosine } from "../../src/exercises/lesson-01/cosine";
import { countVector } from "../../src/exercises/lesson-01/count-vector";
import { idf } from "../../src/exercises/lesson-01/idf";
import { rank } from "../../src/exercises/lesson-01/rank";
import { termFrequency } from "../../src/exercises/lesson-01/term-frequency";
import { analogy } from "../../src/exercises/lesson-02/analogy";
import { keepProbability as keepExercise } from "../../src/exercises/lesson-02/keep-probability";
import { noise } from "../../src/exercises/lesson-02/noise";
import { oneUpdate } from "../../src/exercises/lesson-02/one-update";
import { trainingPairs } from "../../src/exercises/lesson-02/training-pairs";
import { characterNgrams as ngramExercise } from "../../src/exercises/lesson-03/character-ngrams";
import { coOccurrence } from "../../src/exercises/lesson-03/co-occurrence";
import { pairLoss } from "../../src/exercises/lesson-03/pair-loss";
import { buildInput } from "../../src/exercises/lesson-04/build-input";
import { firstMerge } from "../../src/exercises/lesson-04/first-merge";
import { inputSum } from "../../src/exercises/lesson-04/input-sum";
import { layerNormExercise } from "../../src/exercises/lesson-04/layer-norm";
import { wordPiece } from "../../src/exercises/lesson-04/word-piece";
import { attentionWeightsExercise } from "../../src/exercises/lesson-05/attention-weights";
import { blockShare } from "../../src/exercises/lesson-05/block-share";
import { causalMask } from "../../src/exercises/lesson-05/causal-mask";
import { countWeights } from "../../src/exercises/lesson-05/count-weights";
import { maskedAttention } from "../../src/exercises/lesson-05/masked-attention";
import { logProbability } from "../../src/exercises/lesson-11/log-probability";
import { negativeShares } from "../../src/exercises/lesson-11/negative-shares";
import { nucleus } from "../../src/exercises/lesson-11/nucleus";
import { temperatureExercise } from "../../src/exercises/lesson-11/temperature";
import { infoNceLoss } from "../../src/losses/info-nce";
import { logSoftmax, softmax } from "../../src/sampling/softmax";
import { applyTemperature } from "../../src/sampling/temperature";
import { topP } from "../../src/sampling/top-p";
import { cosineOfVectors } from "../../src/similarity/cosine";
import { wordNgrams } from "../../src/text/ngrams";
import { BertTokenizer } from "../../src/tokenizers/bert-tokenizer";
import { explainWordPiece } from "../../src/tokenizers/explain-wordpiece";
import { pairFrequency } from "../../src/tokenizers/merge-scores";
import { PieceMerger } from "../../src/tokenizers/piece-merger";
import { WordPiece } from "../../src/tokenizers/wordpiece";
import { BagOfWords } from "../../src/vectorizers/bag-of-words";
import { bestHits } from "../../src/vectorizers/nearest-rows";
import { plainTfIdf } from "../../src/vectorizers/plain-tf-idf";
import { TfIdf } from "../../src/vectorizers/tf-idf";
import { countCooccurrences } from "../../src/word-vectors/co-occurrence";
import { characterNgrams } from "../../src/word-vectors/fasttext-ngrams";
import { gloveWeight } from "../../src/word-vectors/glove-step";
import { EmbeddingTable } from "../../src/word-vectors/embedding-table";
import { noiseDistribution } from "../../src/word-vectors/negative-sampling";
import { skipGramPairs } from "../../src/word-vectors/skip-gram-pairs";
import { keepProbability } from "../../src/word-vectors/subsampling";
import { logisticUpdate } from "../../src/word-vectors/output-update";
import { WordVectors } from "../../src/word-vectors/word-vectors";

/** Splits at spaces alone, so that one-letter words count, too. */
const tokenPattern = /\S+/;

describe("the reference solutions", () => {
  it("count as BagOfWords counts", () => {
    compare(countVector, (vocabulary, words) =>
      new BagOfWords({ vocabulary, tokenPattern })
        .fit(["-"])
        .transform([words.join(" ")])
        .toDense()
        .at(0),
    );
  });

  it("give the term frequency of plainTfIdf", () => {
    compare(termFrequency, (word, words) => {
      const options = { vocabulary: [word], tokenPattern };
      return plainTfIdf([words.join(" ")], options).termFrequency.toDense()[0]![0];
    });
  });

  it("give the idf of TfIdf", () => {
    compare(idf, (word, documents) => {
      const texts = documents.map((words) => words.join(" "));
      return new TfIdf({ vocabulary: [word], tokenPattern }).fit(texts).idf[0];
    });
  });

  it("compare as cosineOfVectors compares", () => {
    compare(documentCosine, cosineOfVectors);
    compare(planeCosine, cosineOfVectors);
  });

  it("measure a vector by Pythagoras", () => {
    // By hand: √(2² + 3² + 6²) = √49 = 7
    assert.equal(vectorLength.reference([2, 3, 6]), 7);
  });

  it("pair as wordNgrams pairs", () => {
    compare(bigrams, (words) => wordNgrams(words, [2, 2]));
  });

  it("rank as bestHits ranks", () => {
    // The library leaves out documents without any match; a shift keeps zero scores in.
    compare(rank, (scores, k) =>
      bestHits(
        scores.map((s) => s + 1),
        k,
      ).map(({ id }) => id),
    );
  });

  it("pair words with their company as skipGramPairs does", () => {
    compare(trainingPairs, (words, window) => skipGramPairs(words, { window }));
  });

  it("draw negatives and thin out frequent words as word2vec does", () => {
    compare(noise, (counts) => [...noiseDistribution(counts)]);
    compare(keepExercise, (count, total, sample) => keepProbability(count, total, { sample }));
  });

  it("move a word as one row of word2vec's output layer asks for", () => {
    compare(oneUpdate, (center, context, label, learningRate) => {
      const table = new EmbeddingTable(Float64Array.from(context), context.length);
      const answers = { rows: [0], labels: [label] };
      const { hiddenGradient } = logisticUpdate(center, table, answers, learningRate);
      return center.map((x, i) => x - learningRate * hiddenGradient[i]!);
    });
  });

  it("answer analogies as WordVectors does", () => {
    compare(analogy, (vectors, a, b, c) => {
      const words = Object.keys(vectors);
      const size = vectors[a]!.length;
      const values = Float32Array.from(words.flatMap((word) => vectors[word]!));
      return new WordVectors(words, values, { size }).analogy({ a, b, c, k: 1 })[0]!.word;
    });
  });

  it("count company as countCooccurrences does", () => {
    compare(coOccurrence, (words, word, context, window) => {
      // The library wants both words in the text.
      const text = [words, [word], [context]];
      return countCooccurrences(text, { window, minCount: 1 }).at(word, context);
    });
  });

  it("weigh a pair as GloVe does", () => {
    compare(pairLoss, (score, count) => gloveWeight(count) * (score - Math.log(count)) ** 2);
  });

  it("cut words into pieces as fastText does", () => {
    compare(ngramExercise, (word, minN, maxN) => characterNgrams(word, { minN, maxN }));
  });

  it("join the pair that WordPiece's trainer joins next", () => {
    compare(firstMerge, (words) => {
      const entries = [...new Set(words.flatMap(([pieces]) => pieces))];
      const spelled = words.map(([pieces, count]) => ({
        pieces: pieces.map((piece) => entries.indexOf(piece)),
        count,
      }));
      const best = new PieceMerger(spelled, { minFrequency: 1, score: pairFrequency }).best()!;
      return [entries[best.left], entries[best.right]];
    });
  });

  it("cut words as WordPiece cuts them", () => {
    compare(wordPiece, (word, vocabulary) => {
      const entries = ["[UNK]", ...vocabulary].map((entry, id): [string, number] => [entry, id]);
      return explainWordPiece(word, new WordPiece(entries)).pieces;
    });
  });

  it("pack sentences as BertTokenizer does", () => {
    compare(buildInput, (a, b, length) => {
      const special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"];
      const tokenizer = new BertTokenizer([...new Set([...special, ...a, ...(b ?? [])])]);
      const joined = (pieces: string[]) => pieces.join(" ").replaceAll(" ##", "");
      const encoding = tokenizer.encode(joined(a), {
        pair: b === null ? undefined : joined(b),
        padding: "max_length",
        maxLength: length,
      });
      const { tokens, tokenTypeIds: segments, attentionMask: mask } = encoding;
      return { tokens, segments, mask };
    });
  });

  it("sum and normalize as the encoder's embeddings do", async () => {
    await startLab({ backend: "cpu", quiet: true });
    compareNearly(inputSum, (ids, segments, tables) =>
      tf.tidy(() => {
        const width = tables.token[0]!.length;
        const scope = new ParameterScope({
          "word_embeddings.weight": tf.tensor2d(tables.token),
          "token_type_embeddings.weight": tf.tensor2d(tables.segment),
          "position_embeddings.weight": tf.tensor2d(tables.position),
          "LayerNorm.weight": tf.ones([width]),
          "LayerNorm.bias": tf.zeros([width]),
        });
        const config = bertConfig({ vocabSize: 6, hiddenSize: width, numAttentionHeads: 1 });
        const row = (values: number[]) => tf.tensor2d([values], undefined, "int32");
        return lookUpEmbeddings(row(ids), row(segments), scope, config).sum.arraySync()[0]!;
      }),
    );
    compareNearly(layerNormExercise, (x, gain, bias, wanted) => {
      const epsilon = Math.max(wanted, 1e-12); // 0 is for arithmetic by hand
      const rows = tf.tidy(() =>
        layerNorm(tf.tensor2d([x]), tf.tensor1d(gain), tf.tensor1d(bias), { epsilon }).arraySync(),
      );
      return rows[0]!;
    });
  });

  it("attend as the encoder's attention does", async () => {
    await startLab({ backend: "cpu", quiet: true });
    compareNearly(attentionWeightsExercise, (query, keys) => {
      // The query stands before the keys, as a token that is not looked at.
      const mask = [0, ...keys.map(() => 1)];
      return attentionOf([query, ...keys], [query, ...keys], mask)[0]!.slice(1);
    });
    compareNearly(maskedAttention, (queries, keys, values, mask) =>
      attentionOf(queries, keys, mask).map((row) =>
        values[0]!.map((_, d) => row.reduce((sum, weight, j) => sum + weight * values[j]![d]!, 0)),
      ),
    );
    compareNearly(
      causalMask,
      (scores) =>
        tf.tidy(() => {
          const { length } = scores;
          const ahead = tf.sub(1, tf.linalg.bandPart(tf.ones([length, length]), -1, 0));
          return tf.softmax(tf.add(tf.tensor2d(scores), tf.mul(ahead, -1e30))).arraySync();
        }) as number[][],
    );
  });

  it("count weights and shares as the library does", () => {
    compare(countWeights, (sizes) => {
      const config = bertConfig({
        ...{ vocabSize: sizes.vocabulary, maxPositionEmbeddings: sizes.positions },
        ...{ numHiddenLayers: sizes.layers, hiddenSize: sizes.width },
        ...{ numAttentionHeads: sizes.heads, intermediateSize: sizes.feedForward },
      });
      return countParameters(encoderShapes(config));
    });
    compare(
      blockShare,
      (weights, groups, from, to) => attentionBlocks(weights, groups).get(from)!.get(to) ?? 0,
    );
  });

  it("agree with arithmetic by hand", () => {
    // N = 3, df = 1: ln(4 / 2) + 1 = 0.693147 + 1
    const documents = [["a", "a"], ["b"], ["c"]];
    assert.ok(answersEqual(idf.reference("a", documents), 1.6931472));
    // (1·0 + 2·1) / (√5 · 1) = 0.894427
    assert.ok(answersEqual(documentCosine.reference([1, 2], [0, 1]), 0.8944272));
    assert.ok(answersEqual(planeCosine.reference([1, 2], [0, 1]), 0.8944272));
    assert.equal(termFrequency.reference("a", ["a", "b", "a", "c"]), 0.5);
    assert.deepEqual(countVector.reference(["b", "x", "a"], ["a", "b", "a"]), [1, 0, 2]);
    assert.deepEqual(bigrams.reference(["a", "b", "c"]), ["a b", "b c"]);
    assert.deepEqual(rank.reference([1, 3, 3, 2], 3), [1, 2, 3]);
  });

  it("give softmax at a temperature, its logarithm, and the nucleus", () => {
    compare(temperatureExercise, (logits, t) => Array.from(softmax(applyTemperature(logits, t))));
    compare(logProbability, (logits, id) => logSoftmax(logits)[id]);
    compare(nucleus, (probabilities, p) => {
      const kept = topP(probabilities.map(Math.log), p);
      const ids = [...kept.keys()].filter((i) => kept[i]! > -Infinity);
      return ids.sort((i, j) => kept[j]! - kept[i]!);
    });
  });

  it("share the gradient of infoNceLoss among the negatives", async () => {
    await startLab({ backend: "cpu", quiet: true });
    compareNearly(negativeShares, (scores, positive, temperature) => {
      const row = [scores[positive]!, ...scores.filter((_, i) => i !== positive)];
      const size = row.length;
      const given = tf.tensor2d([row]);
      // The first anchor has these scores, the others none: its row alone is looked at.
      const gradient = tf.tidy(() => {
        const others = tf.zeros([size - 1, size]) as tf.Tensor2D;
        const similarity = (x: tf.Tensor2D) => () => tf.concat2d([x, others], 0);
        const anyone = tf.ones([size, 1]) as tf.Tensor2D;
        const loss = (x: tf.Tensor2D) =>
          infoNceLoss(anyone, anyone, { temperature, similarity: similarity(x) });
        return tf
          .grad((x) => loss(x as tf.Tensor2D))(given)
          .dataSync();
      });
      given.dispose();
      const shares = Array.from(gradient).slice(1);
      const sum = shares.reduce((a, b) => a + b);
      return shares.map((share) => share / sum);
    });
  });
});

/** The weights of one head without learned matrices: queries and keys stand side by side in x. */
function attentionOf(queries: number[][], keys: number[][], mask: number[]): number[][] {
  return tf.tidy(() => {
    const width = queries[0]!.length;
    const size = 2 * width;
    // The library divides by the root of the whole width, which here is twice the query's.
    const part = (from: number, factor: number) =>
      tf.tidy(() => {
        const rows = Array.from({ length: size }, (_, r) =>
          Array.from({ length: size }, (__, c) => (r < width && c === r + from ? factor : 0)),
        );
        return tf.tensor2d(rows);
      });
    const weights: Record<string, tf.Tensor> = {
      "self.query.weight": part(0, Math.SQRT2),
      "self.key.weight": part(width, 1),
      "self.value.weight": part(0, 1),
      "output.dense.weight": part(0, 1),
      "output.LayerNorm.weight": tf.ones([size]),
    };
    for (const name of ["self.query", "self.key", "self.value", "output.dense"]) {
      weights[`${name}.bias`] = tf.zeros([size]);
    }
    weights["output.LayerNorm.bias"] = tf.zeros([size]);
    const x = tf.tensor3d([queries.map((query, t) => [...query, ...keys[t]!])]);
    const config = bertConfig({ hiddenSize: size, numAttentionHeads: 1 });
    const bias = paddingBias(tf.tensor2d([mask], undefined, "int32"));
    const { probabilities } = attention(x, bias, new ParameterScope(weights), config, {
      rng: undefined,
    });
    return probabilities.arraySync()[0]![0]!;
  });
}

function compare<Input extends unknown[], Output>(
  exercise: Exercise<Input, Output>,
  library: (...input: Input) => unknown,
): void {
  for (const input of casesOf(exercise as unknown as Exercise, 3) as Input[]) {
    const expected = exercise.reference(...input);
    assert.ok(
      answersEqual(expected, library(...input)),
      `${JSON.stringify(input)}: ${expected} and ${library(...input)}`,
    );
  }
}

/** The same for what the library computes in 32 bits: 1e-5 of the size. */
function compareNearly<Input extends unknown[]>(
  exercise: Exercise<Input, number[] | number[][]>,
  library: (...input: Input) => number[] | number[][],
): void {
  for (const input of casesOf(exercise as unknown as Exercise, 3) as Input[]) {
    const expected = exercise.reference(...input).flat();
    const found = library(...input).flat();
    assert.equal(found.length, expected.length);
    expected.forEach((value, i) => {
      const difference = Math.abs(value - found[i]!);
      assert.ok(difference <= 1e-5 * Math.max(1, Math.abs(value)), `${value} and ${found[i]}`);
    });
  }
}
