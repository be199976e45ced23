import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { EmbeddingTable } from "../../src/word-vectors/embedding-table";
import { fullSoftmaxUpdate } from "../../src/word-vectors/full-softmax";
import { trainingStep } from "../../src/word-vectors/training-step";
import { distance, golden, inputTable, outputTable } from "./golden-word2vec";

const EXACT = 1e-9;

describe("trainingStep", () => {
  it("equals the value worked out by hand", () => {
    // h = (1, 0); scores: target (2, 0) → 2, negative (0, 1) → 0. With e = error, rate 1:
    // e_target = 1 − σ(2) = 0.1192029, e_negative = 0 − 0.5; L = −log σ(2) − log 0.5 = 0.8200752
    // h ← h + 0.1192029 · (2, 0) − 0.5 · (0, 1) = (1.2384058, −0.5)
    const input = new EmbeddingTable(Float64Array.from([1, 0]), 2);
    const output = new EmbeddingTable(Float64Array.from([2, 0, 0, 1]), 2);
    const example = { inputs: [0], target: 0, negatives: [1], learningRate: 1 };
    const step = trainingStep({ input, output }, example);
    assert.ok(Math.abs(step.loss - 0.8200752) < 1e-7);
    assert.ok(distance(step.output.errors, [0.1192029, -0.5]) < 1e-7);
    assert.ok(distance(input.values, [1.2384058, -0.5]) < 1e-7);
    assert.ok(distance(output.values, [2.1192029, 0, -0.5, 1]) < 1e-7);
    assert.deepEqual([...step.inputBefore[0]!], [1, 0]);
    assert.deepEqual([...step.output.rowsBefore[1]!], [0, 1]);
    assert.deepEqual([...step.output.rowsAfter[1]!], [-0.5, 1]);
  });

  for (const fact of golden.sgns) {
    it(`updates skip-gram with negative sampling as numpy does: ${fact.name}`, () => {
      const network = { input: inputTable(), output: outputTable() };
      const step = trainingStep(network, {
        ...{ inputs: [fact.center], target: fact.context, negatives: fact.negatives },
        learningRate: fact.lr,
      });
      assert.ok(Math.abs(step.loss - fact.loss) < EXACT);
      const sigmoids = fact.scores.map(({ score }) => score); // the file's name for σ(score)
      assert.ok(distance(step.output.probabilities, sigmoids) < EXACT);
      assert.ok(distance(step.output.hiddenGradient, fact.grad_in_row) < EXACT);
      assert.ok(distance(network.input.values, fact.W_in_after.flat()) < EXACT);
      assert.ok(distance(network.output.values, fact.W_out_after.flat()) < EXACT);
    });
  }

  for (const fact of golden.cbow) {
    it(`updates CBOW as numpy does: ${fact.name}, mean ${fact.mean}`, () => {
      for (const inputGradient of ["whole", "divided"] as const) {
        const network = { input: inputTable(), output: outputTable() };
        const step = trainingStep(
          network,
          { ...fact, inputs: fact.context, learningRate: fact.lr },
          { mean: fact.mean, inputGradient },
        );
        assert.ok(Math.abs(step.loss - fact.loss) < EXACT);
        assert.ok(distance(step.hidden, fact.hidden) < EXACT);
        assert.ok(distance(network.output.values, fact.W_out_after.flat()) < EXACT);
        const expected =
          inputGradient === "whole" ? fact.W_in_after_c_code : fact.W_in_after_true_gradient;
        assert.ok(distance(network.input.values, expected.flat()) < EXACT, inputGradient);
      }
    });
  }

  it("adds up to the gradient of a batch when rows don't move in between", () => {
    const gradIn = new Float64Array(golden.V * golden.D);
    const gradOut = new Float64Array(golden.V * golden.D);
    let loss = 0;
    for (const { center, context, negatives } of golden.sgns_batch_gradient.pairs) {
      const network = { input: inputTable(), output: outputTable() };
      const example = { inputs: [center], target: context, negatives, learningRate: 1 };
      loss += trainingStep(network, example).loss;
      inputTable().values.forEach((w, i) => (gradIn[i]! += w - network.input.values[i]!));
      outputTable().values.forEach((w, i) => (gradOut[i]! += w - network.output.values[i]!));
    }
    assert.ok(Math.abs(loss - golden.sgns_batch_gradient.loss_sum) < EXACT);
    assert.ok(distance(gradIn, golden.sgns_batch_gradient.grad_in.flat()) < EXACT);
    assert.ok(distance(gradOut, golden.sgns_batch_gradient.grad_out.flat()) < EXACT);
  });

  it("computes the full softmax as numpy does", () => {
    const { center, context, probs, loss, grad_in_row, grad_out } = golden.full_softmax;
    const network = { input: inputTable(), output: outputTable() };
    const example = { inputs: [center], target: context, negatives: [], learningRate: 1 };
    const step = trainingStep(network, example, { learnOutput: fullSoftmaxUpdate });
    assert.ok(distance(step.output.probabilities, probs) < EXACT);
    assert.ok(Math.abs(step.loss - loss) < EXACT);
    assert.ok(distance(step.output.hiddenGradient, grad_in_row) < EXACT);
    const moved = outputTable().values.map((w, i) => w - network.output.values[i]!);
    assert.ok(distance(moved, grad_out.flat()) < EXACT);
  });

  it("lowers the loss of the same prediction made again", () => {
    const network = { input: inputTable(), output: outputTable() };
    const example = { inputs: [2], target: 5, negatives: [0, 3], learningRate: 0.1 };
    const first = trainingStep(network, example).loss;
    assert.ok(trainingStep(network, example).loss < first);
  });

  it("says what it got when the input is wrong", () => {
    const network = { input: inputTable(), output: outputTable() };
    const example = { inputs: [2], target: 5, negatives: [], learningRate: 0.1 };
    assert.throws(() => trainingStep(network, { ...example, inputs: [] }), /inputs must not be/);
    assert.throws(() => trainingStep(network, { ...example, inputs: [7] }), /from 0 to 6, got 7/);
    assert.throws(() => trainingStep(network, { ...example, learningRate: NaN }), /got NaN/);
  });
});
