/**
 * The pipeline of retrieval-augmented generation, with each step to look at.
 *
 *   const pipeline = new RagPipeline({ store, encoder, lexical, reranker, abstainBelow: 0.4 });
 *   const { answer, sources, trace } = await pipeline.ask("What is the tallest mountain?");
 *
 *   question → embed → search → re-rank → prompt → answer with its sources, or "not in the corpus"
 *
 * Without a generator the answer is the best sentence of the best chunk, quoted. Lewis et al. 2020,
 * "Retrieval-Augmented Generation for Knowledge-Intensive NLP Tasks" (there retriever and generator
 * are trained together, here they are put together); re-ranking as in Nogueira & Cho 2019, "Passage
 * Re-ranking with BERT".
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { assertInteger, inWords } from "../core/check";
import type { LexicalIndex } from "../search/lexical-index";
import type { MetadataFilter } from "../search/metadata-filter";
import type { VectorStore } from "../search/vector-store";
import { bestSentence } from "./answer-by-quoting";
import { chunkText } from "./chunk";
import { findChunks } from "./find-chunks";
import { buildPrompt, citedNumbers, NOT_IN_CORPUS } from "./prompt";
import { cutToTokens, type QueryEncoder } from "./query-encoder";
import { scoreByWords, type Reranker, type SentenceScorer } from "./score-sentences";
import {
  frozen,
  placeOf,
  StepTimer,
  type RagTrace,
  type SearchMode,
  type TraceChunk,
  type TraceQuote,
} from "./trace";

/** A prompt in, a text out. */
export type Generator = (prompt: string) => Promise<string>;

export interface RagPipelineOptions {
  store: VectorStore;
  /** Searches by vectors. There must be this or `lexical`, or both. */
  encoder?: QueryEncoder;
  /** Searches by words, over the same chunks: see indexWords. */
  lexical?: LexicalIndex;
  /** Orders what was found anew: a CrossEncoder, or LateInteraction. Default: none. */
  reranker?: Reranker;
  /** Writes the answer. Default: none, the best sentence is quoted. */
  generator?: Generator;
  /** Chooses the sentence to quote. Default scoreByWords. */
  scoreSentences?: SentenceScorer;
  /** Answer only from this confidence on: see calibrateAbstention. Default: always. */
  abstainBelow?: number;
}

export interface AskOptions {
  /** Default "hybrid", or what there is. */
  mode?: SearchMode;
  /** How much the ranking by vectors counts in "hybrid", beside 1 for that by words. Default 1. */
  vectorWeight?: number;
  /** Chunks in the prompt. Default 3. */
  k?: number;
  /** Chunks that are found and, where there is a re-ranker, ordered anew. Default 20. */
  numCandidates?: number;
  /** Only chunks with these metadata, { source: "hills.md" } say. */
  filter?: MetadataFilter;
  /** Default true, where there is a re-ranker. */
  rerank?: boolean;
}

export interface AnswerSource {
  /** Its number in the prompt. */
  readonly number: number;
  readonly chunkId: string;
  /** "hills.md, line 5" */
  readonly place: string;
  readonly headings: string;
}

export interface RagAnswer {
  readonly answer: string;
  /** Those that the answer quotes or cites; all of the prompt, where a generator cites none. */
  readonly sources: readonly AnswerSource[];
  readonly abstained: boolean;
  readonly trace: RagTrace;
}

export class RagPipeline {
  constructor(private readonly parts: RagPipelineOptions) {
    const { store, encoder, lexical, abstainBelow } = parts;
    if (encoder === undefined && lexical === undefined) {
      throw new TypeError("RagPipeline: there must be an encoder or a lexical index, got neither");
    }
    if (abstainBelow !== undefined && (typeof abstainBelow !== "number" || isNaN(abstainBelow))) {
      const got = inWords(abstainBelow);
      throw new RangeError(`RagPipeline: abstainBelow must be a number, got ${got}`);
    }
    if (encoder === undefined) return;
    const { dimension, model } = store.about;
    if (dimension === encoder.dimension && model === encoder.fingerprint) return;
    throw new RangeError(
      `RagPipeline: the store must hold this encoder's vectors (${encoder.dimension} numbers, ` +
        `model ${inWords(encoder.fingerprint)}), got a store of ${dimension} numbers, model ` +
        `${inWords(model)}; ingest with this encoder, or ask with the one it was made with`,
    );
  }

  /**
   * A question that is longer than the encoder reads is cut, and the trace says so.
   *
   * @throws RangeError for a question without a word
   */
  async ask(question: string, options: AskOptions = {}): Promise<RagAnswer> {
    const { mode, vectorWeight, k, numCandidates, filter, rerank } = this.checked(
      question,
      options,
    );
    const { store, encoder, lexical, reranker, abstainBelow } = this.parts;
    const timer = new StepTimer();
    const read = this.cut(question);

    const vector =
      mode === "lexical"
        ? undefined
        : await timer.time("embed", async () => {
            const result = await encoder!.embedQuery(read.text);
            return { result, detail: `${result.length} numbers${read.cut ? ", cut" : ""}` };
          });
    const found = await timer.time("search", async () => {
      const search = { question: read.text, vector, mode, vectorWeight, numCandidates, filter };
      const { chunks: result, detail } = await findChunks({ store, lexical }, search);
      return { result, detail };
    });
    const ranked =
      rerank && reranker && found.length > 0
        ? await timer.time("re-rank", async () => {
            const result = await reranked(reranker, read.text, found);
            return { result, detail: `${result.length} chunks read with the question` };
          })
        : found;
    const chunks = ranked.map((chunk, i) => (i < k ? { ...chunk, number: i + 1 } : chunk));
    const documents = chunks.slice(0, k);
    const prompt = await timer.time("prompt", async () => {
      const sources = documents.map((chunk) => ({ ...chunk, source: placeOf(chunk) }));
      const result = buildPrompt(read.text, sources);
      return { result, detail: `${documents.length} documents, ${result.length} characters` };
    });

    const confidence = confidenceOf(chunks);
    const isSure = documents.length > 0 && confidence >= (abstainBelow ?? -Infinity);
    const { answer, sources, abstained, quote } = await timer.time("answer", async () => {
      const result = isSure ? await this.answer(read.text, prompt, documents) : NO_ANSWER;
      return { result, detail: result.detail };
    });
    const trace: RagTrace = {
      ...{ question: read.text, mode, steps: timer.steps, chunks, confidence, prompt },
      ...(read.cut && { cut: read.cut }),
      ...(filter && { filter: structuredClone(filter) }),
      ...(abstainBelow !== undefined && { abstainBelow }),
      ...(quote && { quote }),
    };
    return frozen({ answer, sources: [...sources], abstained, trace });
  }

  private checked(question: string, options: AskOptions) {
    const { encoder, lexical } = this.parts;
    if (typeof question !== "string") {
      const got = inWords(question);
      throw new TypeError(`RagPipeline.ask: question must be a string, got ${got}`);
    }
    if (!/[\p{L}\p{N}]/u.test(question)) {
      throw new RangeError(`RagPipeline.ask: question must hold a word, got ${inWords(question)}`);
    }
    const best: SearchMode = !encoder ? "lexical" : lexical ? "hybrid" : "vector";
    const { mode = best, vectorWeight = 1, k = 3, numCandidates = 20, rerank = true } = options;
    assertInteger("RagPipeline.ask", { k }, { min: 1 });
    assertInteger("RagPipeline.ask", { numCandidates }, { min: k });
    const needs = { vector: [encoder], lexical: [lexical], hybrid: [encoder, lexical] };
    if (!Object.keys(needs).includes(mode) || needs[mode].includes(undefined)) {
      throw new RangeError(
        `RagPipeline.ask: mode must be one that this pipeline has the parts for ` +
          `(${encoder ? "an encoder" : "no encoder"}, ${lexical ? "a" : "no"} lexical index), ` +
          `got ${inWords(mode)}`,
      );
    }
    return { mode, vectorWeight, k, numCandidates, filter: options.filter, rerank };
  }

  private cut(question: string) {
    const { encoder } = this.parts;
    if (encoder?.maxTokens === undefined) return { text: question };
    const { maxTokens } = encoder;
    return cutToTokens(question, { maxTokens, countTokens: (text) => encoder.countTokens(text) });
  }

  private async answer(
    question: string,
    prompt: string,
    documents: readonly TraceChunk[],
  ): Promise<Outcome> {
    const { generator, scoreSentences = scoreByWords } = this.parts;
    if (generator) {
      const answer = (await generator(prompt)).trim();
      const abstained = answer === "" || answer.includes(NOT_IN_CORPUS);
      if (abstained) return { ...NO_ANSWER, detail: "the generator found no answer" };
      const cited = citedNumbers(answer, documents.length);
      const named = cited.length > 0 ? cited.map((number) => documents[number - 1]!) : documents;
      return {
        answer,
        abstained,
        sources: named.map(sourceOf),
        detail: "written by the generator",
      };
    }
    const quote = await bestSentence(question, documents.slice(0, 1), scoreSentences);
    if (!quote) return NO_ANSWER;
    const sources = documents.slice(0, 1).map(sourceOf);
    return { answer: quote.text, abstained: false, sources, quote, detail: "a sentence, quoted" };
  }
}

/** What came of the last step. */
interface Outcome extends Omit<RagAnswer, "trace"> {
  quote?: TraceQuote;
  detail: string;
}

const NO_ANSWER: Outcome = {
  answer: NOT_IN_CORPUS,
  sources: [],
  abstained: true,
  detail: "none: not sure enough",
};

async function reranked(
  reranker: Reranker,
  question: string,
  found: readonly TraceChunk[],
): Promise<TraceChunk[]> {
  const texts = found.map(({ headings, text }) =>
    chunkText({ headings: headings === "" ? [] : headings.split(" › "), text }),
  );
  const order = await reranker.rerank(question, texts);
  return order.map(({ index, score }, i) => ({
    ...found[index]!,
    reranked: { rank: i + 1, score },
  }));
}

/** By the most careful reader there was: the re-ranker, else the vectors, else the words. */
function confidenceOf(chunks: readonly TraceChunk[]): number {
  const best = chunks[0];
  if (best?.reranked) return best.reranked.score;
  const cosines = chunks.flatMap(({ vector }) => (vector ? [vector.score] : []));
  if (cosines.length > 0) return Math.max(...cosines);
  return best?.lexical?.score ?? 0;
}

function sourceOf({ number, id, headings, ...place }: TraceChunk): AnswerSource {
  return { number: number!, chunkId: id, place: placeOf(place), headings };
}
