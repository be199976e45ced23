/**
 * Training one prediction at a time: slow, and every number is there to look at.
 *
 *   const training = new Word2Vec({ minCount: 1 }).start(sentences);
 *   const step = training.step(); // { inputWords: ["fox"], target: "quick", output: {…}, … }
 *   training.run(1000);
 *   training.wordVectors().nearest("fox");
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { assertInteger } from "../core/check";
import { EmbeddingTable } from "./embedding-table";
import { fullSoftmaxUpdate } from "./full-softmax";
import { hierarchicalSoftmaxUpdate } from "./hierarchical-softmax";
import { negativeSamplingUpdate } from "./negative-sampling";
import { trainingExamples, type TrainingExample } from "./training-examples";
import { numOutputRows, type TrainingPlan } from "./training-plan";
import { trainingStep, type LearnOutput, type Network, type TrainingStep } from "./training-step";
import type { Vocabulary } from "./vocabulary";

/** A step with its words spelled out. */
export interface NamedTrainingStep extends TrainingStep {
  /** Counted from 1. */
  number: number;
  /** What was fed in: one word nearby (in fastText the centre), or with CBOW all of them. */
  inputWords: string[];
  /** What was to be predicted. */
  target: string;
  /** The random words it was to be told from; empty without negative sampling. */
  negatives: string[];
  learningRate: number;
  /** How much of the text lies behind, from 0 to 1. */
  fraction: number;
}

export class SteppedTraining<Vectors> {
  readonly vocabulary: Vocabulary;
  /** Both tables as they are now; each step changes them. */
  readonly network: Network;
  /** Steps made so far. */
  numSteps = 0;
  private readonly examples: Generator<TrainingExample, void>;
  private readonly learnOutput: LearnOutput;

  constructor(
    private readonly plan: TrainingPlan,
    private readonly toVectors: (inputRow: (index: number) => ArrayLike<number>) => Vectors,
  ) {
    const { vectorSize, inputs, text } = plan;
    this.vocabulary = text.vocabulary;
    const draw = plan.drawInitialWeights();
    const weights = Float32Array.from({ length: inputs.numRows * vectorSize }, draw);
    this.network = {
      input: new EmbeddingTable(weights, vectorSize),
      output: EmbeddingTable.zeros(numOutputRows(plan), vectorSize),
    };
    this.examples = trainingExamples(plan);
    this.learnOutput = learnOutputOf(plan);
  }

  /** Makes the next prediction and learns from it; undefined once all epochs are done. */
  step(): NamedTrainingStep | undefined {
    const { value: example } = this.examples.next();
    if (!example) return undefined;
    const { learnOutput, plan, vocabulary } = this;
    const step = trainingStep(this.network, example, { learnOutput, mean: plan.mean });
    const name = (word: number) => vocabulary.words[word]!;
    return {
      ...step,
      number: ++this.numSteps,
      inputWords: example.context.map(name),
      target: name(example.target),
      negatives: example.negatives.map(name),
      learningRate: example.learningRate,
      fraction: example.wordsBefore / (plan.text.words.length * plan.epochs),
    };
  }

  /** Makes so many steps, or all that are left; returns the mean loss, NaN if none was left. */
  run(steps: number = Infinity): number {
    if (steps !== Infinity) assertInteger("SteppedTraining.run", { steps }, { min: 1 });
    let sum = 0;
    let made = 0;
    for (; made < steps; made++) {
      const step = this.step();
      if (!step) break;
      sum += step.loss;
    }
    return sum / made;
  }

  /** The next predictions, at most so many, not learned from: rows of input and output tables. */
  nextPairs(most: number): { contexts: Int32Array; targets: Int32Array; width: number } {
    const { isPlainSkipGram, numNegatives } = this;
    if (!isPlainSkipGram) {
      throw new Error("SteppedTraining.nextPairs: only word2vec's skip-gram has pairs");
    }
    const width = 1 + numNegatives;
    const contexts = new Int32Array(most);
    const targets = new Int32Array(most * width);
    let made = 0;
    for (; made < most; made++) {
      const { value: example } = this.examples.next();
      if (!example) break;
      contexts[made] = example.context[0]!;
      targets.set([example.target, ...example.negatives], made * width);
    }
    return {
      contexts: contexts.subarray(0, made),
      targets: targets.subarray(0, made * width),
      width,
    };
  }

  /** Whether each prediction is made from one word and its one row. */
  get isPlainSkipGram(): boolean {
    return this.plan.architecture === "skip-gram" && this.plan.inputs.subwords === undefined;
  }

  /** Random words per prediction. */
  get numNegatives(): number {
    return this.plan.negative;
  }

  /** Word vectors from rows that were learned elsewhere. */
  vectorsFrom(inputRow: (index: number) => ArrayLike<number>): Vectors {
    return this.toVectors(inputRow);
  }

  /** The word vectors as they are now; a copy. */
  wordVectors(): Vectors {
    return this.toVectors((index) => this.network.input.row(index));
  }
}

function learnOutputOf({ objective, paths }: TrainingPlan): LearnOutput {
  if (objective === "negative-sampling") return negativeSamplingUpdate;
  if (objective === "full-softmax") return fullSoftmaxUpdate;
  return (hidden, nodes, { target, learningRate }) =>
    hierarchicalSoftmaxUpdate(hidden, nodes, { path: paths![target]!, learningRate });
}
