import { describe, it } from "node:test";
import assert from "node:assert/strict";
import {
  hierarchicalSoftmaxUpdate,
  pathProbability,
} from "../../src/word-vectors/hierarchical-softmax";
import { huffmanPaths } from "../../src/word-vectors/huffman";
import { distance, golden, inputTable, table } from "./golden-word2vec";

describe("huffmanPaths", () => {
  for (const { name, counts, codes, points, total_weighted_length } of golden.huffman) {
    it(`gives each word the code that the reference gives it: ${name}`, () => {
      const paths = huffmanPaths(counts);
      assert.deepEqual(
        paths.map(({ bits }) => bits.join("")),
        codes,
      );
      assert.deepEqual(
        paths.map(({ nodes }) => nodes),
        points,
      );
      const length = paths.reduce((sum, { bits }, word) => sum + bits.length * counts[word]!, 0);
      assert.equal(length, total_weighted_length);
    });
  }

  it("comes within one step of the entropy, in any order of the counts", () => {
    const counts = [3, 40, 1, 7, 7, 12, 90, 2, 2, 31];
    const total = counts.reduce((a, b) => a + b, 0);
    const entropy = counts.reduce((sum, c) => sum - (c / total) * Math.log2(c / total), 0);
    const paths = huffmanPaths(counts);
    const mean = paths.reduce((sum, { bits }, w) => sum + (bits.length * counts[w]!) / total, 0);
    assert.ok(mean >= entropy && mean < entropy + 1, `${mean} and ${entropy}`);
    // No code is the beginning of another.
    const codes = paths.map(({ bits }) => bits.join("")).sort();
    codes.slice(1).forEach((code, i) => assert.ok(!code.startsWith(codes[i]!)));
  });

  it("asks nothing when there is one word, and refuses none", () => {
    assert.deepEqual(huffmanPaths([5]), [{ nodes: [], bits: [] }]);
    assert.throws(() => huffmanPaths([]), /must not be empty, got 0/);
    assert.throws(() => huffmanPaths([1, -1]), /counts\[1\].*got -1/);
  });
});

describe("hierarchicalSoftmaxUpdate", () => {
  const paths = huffmanPaths(golden.inner_tree_counts);

  for (const fact of golden.hierarchical) {
    it(`updates the nodes on the way as numpy does: ${fact.name}`, () => {
      const [input, nodes] = [inputTable(), table(golden.inner)];
      const hidden = Float64Array.from(input.row(fact.center));
      const before = paths.map((path) => pathProbability(hidden, nodes, path));
      assert.ok(distance(before, fact.word_probs_before) < 1e-9);
      assert.ok(Math.abs(before.reduce((a, b) => a + b, 0) - 1) < 1e-12, "a distribution");
      const update = hierarchicalSoftmaxUpdate(hidden, nodes, {
        path: paths[fact.target]!,
        learningRate: fact.lr,
      });
      assert.ok(Math.abs(update.loss - fact.loss) < 1e-9);
      assert.ok(Math.abs(update.loss + Math.log(before[fact.target]!)) < 1e-9);
      assert.ok(distance(nodes.values, fact.inner_after.flat()) < 1e-9);
      const moved = hidden.map((h, i) => h - fact.lr * update.hiddenGradient[i]!);
      assert.ok(distance(moved, fact.W_in_after[fact.center]!) < 1e-9);
    });
  }
});
