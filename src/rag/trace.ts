/**
 * The trace of a question: every step from the question to the answer, as plain data.
 *
 *   embed → search (vectors, words, both) → re-rank → prompt → answer
 *
 * What was found, with which score, at which place before and after re-ranking, how long each step
 * took. It is frozen: a trace says what happened, and nothing that looks at it can change that. It
 * survives JSON, so it can be stored and replayed.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import type { MetadataFilter } from "../search/metadata-filter";

/** A place in a ranking. */
export interface ChunkPlace {
  /** 1 for the best. */
  readonly rank: number;
  /** Larger is better; of what kind depends on the ranking. */
  readonly score: number;
}

export interface TraceChunk {
  readonly id: string;
  /** The file, and where in it the chunk begins. */
  readonly source: string;
  readonly line?: number;
  readonly page?: number;
  /** "Hills › The Anvil"; "" where it stands below none. */
  readonly headings: string;
  readonly text: string;
  /** Among the vectors, by cosine. */
  readonly vector?: ChunkPlace;
  /** Among the words, by the lexical index's own score. */
  readonly lexical?: ChunkPlace;
  /** As the search handed it on: one of the two above, or their fusion. */
  readonly found: ChunkPlace;
  readonly reranked?: ChunkPlace;
  /** Its number in the prompt, if it got into it. */
  readonly number?: number;
}

export type StepName = "embed" | "search" | "re-rank" | "prompt" | "answer";

export interface TraceStep {
  readonly name: StepName;
  readonly milliseconds: number;
  /** What it did, in a few words: "20 chunks by cosine, 20 by words". */
  readonly detail: string;
}

export type SearchMode = "vector" | "lexical" | "hybrid";

/** The sentence that an answer quotes: text.slice(start, end) of its chunk. */
export interface TraceQuote {
  readonly chunkId: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly score: number;
}

export interface RagTrace {
  /** As it was read: cut, where it was too long. */
  readonly question: string;
  /** There where it was cut: how many tokens it had, and how many were read. */
  readonly cut?: { readonly tokens: number; readonly kept: number };
  readonly mode: SearchMode;
  readonly filter?: MetadataFilter;
  readonly steps: readonly TraceStep[];
  /** All candidates, in the final order. */
  readonly chunks: readonly TraceChunk[];
  /** How well the best chunk answers; 0 where nothing was found. */
  readonly confidence: number;
  /** Below it there is no answer. */
  readonly abstainBelow?: number;
  readonly prompt: string;
  /** There where the answer is a quotation. */
  readonly quote?: TraceQuote;
}

/** "hills.md, line 5", "report.pdf, page 2" */
export function placeOf({ source, line, page }: Pick<TraceChunk, "source" | "line" | "page">) {
  if (page !== undefined) return `${source}, page ${page}`;
  return line === undefined ? source : `${source}, line ${line}`;
}

/** The value itself, frozen through and through. For plain data: no circles, no typed arrays. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}

/** Runs a step and writes down how long it took. */
export class StepTimer {
  readonly steps: TraceStep[] = [];

  /** @param work what the step does; gives its result and the detail to write down */
  async time<Result>(
    name: StepName,
    work: () => Promise<{ result: Result; detail: string }>,
  ): Promise<Result> {
    const began = performance.now();
    const { result, detail } = await work();
    this.steps.push({ name, milliseconds: performance.now() - began, detail });
    return result;
  }
}
