/**
 * The predictions that training makes, one after the other, in the order in which the fast trainer
 * makes them with one worker, from the same random numbers:
 *
 *   for each epoch, for each sentence:
 *     leave out some frequent words                       one draw for each word that might go
 *     for each word left, as the centre:
 *       reach = 1 … window                                one draw
 *       skip-gram: for each word within reach: predict the centre from it alone
 *       CBOW:      predict the centre from all words within reach together
 *       with `negative` random words for each prediction  one draw each
 *
 * Mikolov et al. 2013 write skip-gram the other way round, from the centre to its context. Either
 * way sees the same pairs equally often; this is how their program goes about it, and gensim. Then
 * the same word vector isn't moved many times in a row, and the vectors came out a little better
 * here (0.01 to 0.02 of the analogies). fastText's program, and ours, go from the centre, so that
 * its pieces need to be added up only once.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { drawAlias } from "./negative-sampling";
import { RandomStream } from "./random-stream";
import { learningRateAt, rowsOfWord, type TrainingPlan } from "./training-plan";

/** One prediction to learn from. */
export interface TrainingExample {
  /** Words fed in: one for skip-gram, all within reach for CBOW. */
  context: number[];
  /** Rows of the input table that make them up; for word2vec the same numbers. */
  inputs: number[];
  /** The word to predict. */
  target: number;
  /** Random words to tell it from. */
  negatives: number[];
  /** η at this point. */
  learningRate: number;
  /** Words of the text that came before this sentence, all epochs counted. */
  wordsBefore: number;
}

export function* trainingExamples(plan: TrainingPlan): Generator<TrainingExample, void> {
  const random = new RandomStream(plan.seeds[0]!);
  const { words, ends } = plan.text;
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    for (let sentence = 0; sentence < ends.length; sentence++) {
      const start = sentence === 0 ? 0 : ends[sentence - 1]!;
      const kept = subsample(plan, words.subarray(start, ends[sentence]), random);
      yield* sentenceExamples(plan, kept, epoch * words.length + start, random);
    }
  }
}

function subsample(plan: TrainingPlan, sentence: Uint32Array, random: RandomStream): number[] {
  return Array.from(sentence).filter((word) => {
    const threshold = plan.keepThresholds[word]!;
    return threshold === 0xffffffff || random.draw() < threshold;
  });
}

function* sentenceExamples(
  plan: TrainingPlan,
  sentence: readonly number[],
  wordsBefore: number,
  random: RandomStream,
): Generator<TrainingExample, void> {
  const learningRate = Math.fround(learningRateAt(plan, wordsBefore));
  const example = (context: number[], target: number): TrainingExample => ({
    context,
    inputs: context.flatMap((word) => rowsOfWord(plan.inputs, word)),
    target,
    negatives: Array.from({ length: plan.negative }, () => drawAlias(plan.noise, random.draw())),
    learningRate,
    wordsBefore,
  });
  for (let i = 0; i < sentence.length; i++) {
    const reach = 1 + random.below(plan.window);
    const around = windowAt(sentence, i, reach);
    if (plan.architecture === "cbow") {
      if (around.length > 0) yield example(around, sentence[i]!);
    } else {
      for (const word of around) {
        yield plan.inputs.subwords ? example([sentence[i]!], word) : example([word], sentence[i]!);
      }
    }
  }
}

function windowAt(sentence: readonly number[], i: number, reach: number): number[] {
  return [...sentence.slice(Math.max(0, i - reach), i), ...sentence.slice(i + 1, i + 1 + reach)];
}
