/**
 * Every lesson's exercises, prediction questions and flash cards: the one place that lists them.
 */
import type { Exercise } from "./exercise";
import type { FlashCard } from "./flash-card";
import { planeCosine } from "./lesson-00/cosine";
import { CARDS_00 } from "./lesson-00/flash-cards";
import { logisticLoss } from "./lesson-00/logistic-loss";
import { QUESTIONS_00 } from "./lesson-00/questions";
import { vectorLength } from "./lesson-00/vector-length";
import { bigrams } from "./lesson-01/bigrams";
import { documentCosine } from "./lesson-01/cosine";
import { countVector } from "./lesson-01/count-vector";
import { CARDS_01 } from "./lesson-01/flash-cards";
import { idf } from "./lesson-01/idf";
import { QUESTIONS_01 } from "./lesson-01/questions";
import { rank } from "./lesson-01/rank";
import { termFrequency } from "./lesson-01/term-frequency";
import { analogy } from "./lesson-02/analogy";
import { CARDS_02 } from "./lesson-02/flash-cards";
import { keepProbability } from "./lesson-02/keep-probability";
import { noise } from "./lesson-02/noise";
import { oneUpdate } from "./lesson-02/one-update";
import { QUESTIONS_02 } from "./lesson-02/questions";
import { trainingPairs } from "./lesson-02/training-pairs";
import { characterNgrams } from "./lesson-03/character-ngrams";
import { coOccurrence } from "./lesson-03/co-occurrence";
import { CARDS_03 } from "./lesson-03/flash-cards";
import { pairLoss } from "./lesson-03/pair-loss";
import { QUESTIONS_03 } from "./lesson-03/questions";
import { unseenWord } from "./lesson-03/unseen-word";
import { buildInput } from "./lesson-04/build-input";
import { firstMerge } from "./lesson-04/first-merge";
import { CARDS_04 } from "./lesson-04/flash-cards";
import { inputSum } from "./lesson-04/input-sum";
import { layerNormExercise } from "./lesson-04/layer-norm";
import { mendText } from "./lesson-04/mend-text";
import { QUESTIONS_04 } from "./lesson-04/questions";
import { wordPiece } from "./lesson-04/word-piece";
import { attentionWeightsExercise } from "./lesson-05/attention-weights";
import { blockShare } from "./lesson-05/block-share";
import { causalMask } from "./lesson-05/causal-mask";
import { countWeights } from "./lesson-05/count-weights";
import { CARDS_05 } from "./lesson-05/flash-cards";
import { maskedAttention } from "./lesson-05/masked-attention";
import { QUESTIONS_05 } from "./lesson-05/questions";
import { CARDS_06 } from "./lesson-06/flash-cards";
import { hideWords } from "./lesson-06/hide-words";
import { learningRate } from "./lesson-06/learning-rate";
import { maskedLoss } from "./lesson-06/masked-loss";
import { perplexity } from "./lesson-06/perplexity";
import { QUESTIONS_06 } from "./lesson-06/questions";
import { randomNext } from "./lesson-06/random-next";
import { CARDS_07 } from "./lesson-07/flash-cards";
import { countPairs } from "./lesson-07/count-pairs";
import { extrapolate } from "./lesson-07/extrapolate";
import { mostSimilarPair } from "./lesson-07/most-similar-pair";
import { pairLossExercise } from "./lesson-07/pair-loss";
import { passes } from "./lesson-07/passes";
import { QUESTIONS_07 } from "./lesson-07/questions";
import { rerankExercise } from "./lesson-07/rerank";
import { CARDS_08 } from "./lesson-08/flash-cards";
import { centreExercise } from "./lesson-08/centre";
import { maxPool } from "./lesson-08/max-pool";
import { meanCosineExercise } from "./lesson-08/mean-cosine";
import { meanPool } from "./lesson-08/mean-pool";
import { QUESTIONS_08 } from "./lesson-08/questions";
import { weightedMean } from "./lesson-08/weighted-mean";
import { concatenate } from "./lesson-09/concatenate";
import { cosineRegression } from "./lesson-09/cosine-regression";
import { falseNegatives } from "./lesson-09/false-negatives";
import { CARDS_09 } from "./lesson-09/flash-cards";
import { QUESTIONS_09 } from "./lesson-09/questions";
import { rankingLoss } from "./lesson-09/ranking-loss";
import { tiedGradient } from "./lesson-09/tied-gradient";
import { tripletLossExercise } from "./lesson-09/triplet-loss";
import { distinctBatch } from "./lesson-10/distinct-batch";
import { CARDS_10 } from "./lesson-10/flash-cards";
import { hardNegativesExercise } from "./lesson-10/hard-negatives";
import { inBatchLossExercise } from "./lesson-10/in-batch-loss";
import { QUESTIONS_10 } from "./lesson-10/questions";
import { scoreGradientExercise } from "./lesson-10/score-gradient";
import { sentimentPairs } from "./lesson-10/sentiment-pairs";
import { CARDS_11 } from "./lesson-11/flash-cards";
import { logProbability } from "./lesson-11/log-probability";
import { negativeShares } from "./lesson-11/negative-shares";
import { nucleus } from "./lesson-11/nucleus";
import { QUESTIONS_11 } from "./lesson-11/questions";
import { temperatureExercise } from "./lesson-11/temperature";
import { bestThreshold } from "./lesson-12/best-threshold";
import { CARDS_12 } from "./lesson-12/flash-cards";
import { fuse } from "./lesson-12/fuse";
import { hitAndMrr } from "./lesson-12/hit-and-mrr";
import { markDocument } from "./lesson-12/mark-document";
import { packSentences } from "./lesson-12/pack-sentences";
import { paired } from "./lesson-12/paired";
import { QUESTIONS_12 } from "./lesson-12/questions";
import { eightBits } from "./lesson-13/eight-bits";
import { CARDS_13 } from "./lesson-13/flash-cards";
import { hamming } from "./lesson-13/hamming";
import { nestedLoss } from "./lesson-13/nested-loss";
import { QUESTIONS_13 } from "./lesson-13/questions";
import { rescore } from "./lesson-13/rescore";
import { storage } from "./lesson-13/storage";
import { truncateExercise } from "./lesson-13/truncate";

/** In the order in which the lessons set them. */
export const EXERCISES = {
  "00.vector-length": vectorLength,
  "00.cosine": planeCosine,
  "00.logistic-loss": logisticLoss,
  "01.count-vector": countVector,
  "01.term-frequency": termFrequency,
  "01.idf": idf,
  "01.cosine": documentCosine,
  "01.bigrams": bigrams,
  "01.rank": rank,
  "02.training-pairs": trainingPairs,
  "02.noise": noise,
  "02.keep-probability": keepProbability,
  "02.one-update": oneUpdate,
  "02.analogy": analogy,
  "03.co-occurrence": coOccurrence,
  "03.pair-loss": pairLoss,
  "03.character-ngrams": characterNgrams,
  "03.unseen-word": unseenWord,
  "04.first-merge": firstMerge,
  "04.word-piece": wordPiece,
  "04.build-input": buildInput,
  "04.input-sum": inputSum,
  "04.layer-norm": layerNormExercise,
  "04.mend-text": mendText,
  "05.attention-weights": attentionWeightsExercise,
  "05.masked-attention": maskedAttention,
  "05.causal-mask": causalMask,
  "05.count-weights": countWeights,
  "05.block-share": blockShare,
  "06.hide-words": hideWords,
  "06.random-next": randomNext,
  "06.masked-loss": maskedLoss,
  "06.perplexity": perplexity,
  "06.learning-rate": learningRate,
  "07.count-pairs": countPairs,
  "07.extrapolate": extrapolate,
  "07.most-similar-pair": mostSimilarPair,
  "07.pair-loss": pairLossExercise,
  "07.passes": passes,
  "07.rerank": rerankExercise,
  "08.mean-pool": meanPool,
  "08.max-pool": maxPool,
  "08.weighted-mean": weightedMean,
  "08.mean-cosine": meanCosineExercise,
  "08.centre": centreExercise,
  "09.concatenate": concatenate,
  "09.tied-gradient": tiedGradient,
  "09.cosine-regression": cosineRegression,
  "09.triplet-loss": tripletLossExercise,
  "09.ranking-loss": rankingLoss,
  "09.false-negatives": falseNegatives,
  "10.in-batch-loss": inBatchLossExercise,
  "10.score-gradient": scoreGradientExercise,
  "10.distinct-batch": distinctBatch,
  "10.hard-negatives": hardNegativesExercise,
  "10.sentiment-pairs": sentimentPairs,
  "11.temperature": temperatureExercise,
  "11.log-probability": logProbability,
  "11.nucleus": nucleus,
  "11.negative-shares": negativeShares,
  "12.pack-sentences": packSentences,
  "12.fuse": fuse,
  "12.hit-and-mrr": hitAndMrr,
  "12.paired": paired,
  "12.best-threshold": bestThreshold,
  "12.mark-document": markDocument,
  "13.truncate": truncateExercise,
  "13.nested-loss": nestedLoss,
  "13.eight-bits": eightBits,
  "13.hamming": hamming,
  "13.rescore": rescore,
  "13.storage": storage,
};

export const QUESTIONS = {
  ...QUESTIONS_00,
  ...QUESTIONS_01,
  ...QUESTIONS_02,
  ...QUESTIONS_03,
  ...QUESTIONS_04,
  ...QUESTIONS_05,
  ...QUESTIONS_06,
  ...QUESTIONS_07,
  ...QUESTIONS_08,
  ...QUESTIONS_09,
  ...QUESTIONS_10,
  ...QUESTIONS_11,
  ...QUESTIONS_12,
  ...QUESTIONS_13,
};

export const FLASH_CARDS = {
  "00": CARDS_00,
  "01": CARDS_01,
  "02": CARDS_02,
  "03": CARDS_03,
  "04": CARDS_04,
  "05": CARDS_05,
  "06": CARDS_06,
  "07": CARDS_07,
  "08": CARDS_08,
  "09": CARDS_09,
  "10": CARDS_10,
  "11": CARDS_11,
  "12": CARDS_12,
  "13": CARDS_13,
} satisfies Record<string, FlashCard[]>;

export const LESSON_TITLES: Record<LessonId, string> = {
  "00": "Start here",
  "01": "Bag of words",
  "02": "word2vec",
  "03": "GloVe and fastText",
  "04": "What goes into BERT",
  "05": "The encoder",
  "06": "Pre-training",
  "07": "Cross- and bi-encoders",
  "08": "Sentence embeddings",
  "09": "Sentence-BERT",
  "10": "The dual encoder",
  "11": "Temperature",
  "12": "Retrieval-augmented generation",
  "13": "Matryoshka",
};

export type ExerciseId = keyof typeof EXERCISES;
export type QuestionId = keyof typeof QUESTIONS;
export type LessonId = keyof typeof FLASH_CARDS;

/** The function that an exercise asks for; an async one will do as well. */
export type Solution<Id extends ExerciseId> =
  (typeof EXERCISES)[Id] extends Exercise<infer Input, infer Output>
    ? (...input: Input) => Output | Promise<Output>
    : never;
