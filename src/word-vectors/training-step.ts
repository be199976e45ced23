/**
 * One prediction and what is learned from it, with every number in between: all of word2vec.
 *
 *   h = mean of the input rows                 one word for skip-gram, the neighbours for CBOW
 *   the output layer judges h and learns       negative sampling, a tree, or the full softmax
 *   input row ← input row − η · ∂L/∂h          each of them
 *
 * With the mean of C rows, ∂L/∂row is ∂L/∂h / C. The C program leaves the division out, so each
 * neighbour gets the whole step; gensim, fastText and all published vectors do the same, and so do
 * we. `inputGradient: "divided"` is the gradient of the loss as written.
 *
 * Mikolov et al. 2013, "Efficient Estimation of Word Representations in Vector Space", section 3.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { inWords } from "../core/check";
import { addScaled, type EmbeddingTable } from "./embedding-table";
import { negativeSamplingUpdate, type NegativeSamplingExample } from "./negative-sampling";
import type { OutputUpdate } from "./output-update";

/** The network: two tables and nothing else. */
export interface Network {
  /** [V, D] its rows become the word vectors. */
  input: EmbeddingTable;
  /** [V, D], or [V - 1, D] with a tree. */
  output: EmbeddingTable;
}

export interface StepExample extends NegativeSamplingExample {
  /** Rows of the input table. */
  inputs: readonly number[];
}

/** How the output layer learns: one of the three objectives. */
export type LearnOutput = (
  hidden: ArrayLike<number>,
  output: EmbeddingTable,
  example: StepExample,
) => OutputUpdate;

export interface TrainingStepOptions {
  /** Default: negative sampling. */
  learnOutput?: LearnOutput;
  /** Whether h is the mean of the input rows, or their sum. Default true. */
  mean?: boolean;
  /** What each of C averaged rows gets: the whole of ∂L/∂h, or 1/C of it. Default "whole". */
  inputGradient?: "whole" | "divided";
}

export interface TrainingStep {
  /** What the input rows make together [D]. */
  hidden: Float64Array;
  /** Scores, probabilities, errors, and the output rows before and after. */
  output: OutputUpdate;
  /** −log of the probability given to what was asked, before anything moved. */
  loss: number;
  inputRows: number[];
  inputBefore: Float64Array[];
  inputAfter: Float64Array[];
}

/** Changes both tables. A row that is among the inputs twice counts twice and moves twice. */
export function trainingStep(
  { input, output }: Network,
  example: StepExample,
  {
    learnOutput = negativeSamplingUpdate,
    mean = true,
    inputGradient = "whole",
  }: TrainingStepOptions = {},
): TrainingStep {
  const { inputs, learningRate } = example;
  if (inputs.length === 0) throw new RangeError("trainingStep: inputs must not be empty, got 0");
  if (!Number.isFinite(learningRate)) {
    throw new RangeError(
      `trainingStep: learningRate must be a number, got ${inWords(learningRate)}`,
    );
  }
  const inputBefore = inputs.map((index) => Float64Array.from(input.row(index)));
  const hidden = new Float64Array(input.size);
  for (const row of inputBefore) addScaled(hidden, mean ? 1 / inputs.length : 1, row);

  const update = learnOutput(hidden, output, example);

  const share = mean && inputGradient === "divided" ? 1 / inputs.length : 1;
  for (const index of inputs) {
    addScaled(input.row(index), -learningRate * share, update.hiddenGradient);
  }
  return {
    hidden,
    output: update,
    loss: update.loss,
    inputRows: [...inputs],
    inputBefore,
    inputAfter: inputs.map((index) => Float64Array.from(input.row(index))),
  };
}
