/**
 * word2vec: a word is known by the company it keeps. A network of two tables learns to predict
 * which words stand near which; the first table's rows are the word vectors.
 *
 *   skip-gram   h = v of one word nearby                  predict the centre
 *   CBOW        h = mean of the v of all words nearby     predict the centre
 *   L = −log σ(h · o_target) − Σ_negatives log σ(−h · o_n)            with negative sampling
 *
 * Mikolov et al. 2013, "Efficient Estimation of Word Representations in Vector Space" (the
 * architectures) and "Distributed Representations of Words and Phrases and their Compositionality"
 * (negatives, subsampling). Names and defaults are gensim's.
 *
 * The whole algorithm in reading order: skip-gram-pairs.ts, subsampling.ts, negative-sampling.ts,
 * output-update.ts, training-step.ts, training-examples.ts.
 *
 * Lesson: notebooks/02-word2vec.ipynb
 */
import { PredictiveModel, type InputRow } from "./predictive-model";
import { checkTrainingOptions, type TrainingOptions } from "./training-options";
import type { InputRows, TrainingPlan } from "./training-plan";
import type { Vocabulary } from "./vocabulary";
import { WordVectors } from "./word-vectors";

export type Word2VecOptions = TrainingOptions;

export class Word2Vec extends PredictiveModel<WordVectors> {
  protected readonly initialLimit: number;

  constructor(options: Word2VecOptions = {}) {
    super("Word2Vec", checkTrainingOptions("Word2Vec", options));
    this.initialLimit = 1 / this.options.vectorSize;
  }

  protected inputRows({ size }: Vocabulary): InputRows {
    return { numRows: size };
  }

  protected toVectors({ text, vectorSize }: TrainingPlan, inputRow: InputRow): WordVectors {
    const { words, counts, size: numWords } = text.vocabulary;
    const vectors = new Float32Array(numWords * vectorSize);
    for (let word = 0; word < numWords; word++) vectors.set(inputRow(word), word * vectorSize);
    return new WordVectors(words, vectors, { size: vectorSize, counts, copy: false });
  }
}
