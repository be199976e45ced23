/**
 * Training on several threads: each takes the next piece of the text, and all update the same
 * tables without locks.
 *
 * Recht et al. 2011, "Hogwild!: A Lock-Free Approach to Parallelizing Stochastic Gradient Descent".
 * With one worker the result is the same every time. With several it isn't: which of two updates
 * comes first is up to the machine.
 *
 * The main thread computes nothing, so the notebook stays awake: progress is drawn, and the stop
 * button works.
 */
import { Worker } from "node:worker_threads";
import { WORD2VEC_WASM } from "./kernels/word2vec-wasm";
import { buildTrainingMemory } from "./training-memory";
import { learningRateAt, type TrainingPlan } from "./training-plan";
import { CONTROL, WORKER_CODE, WORKER_STATISTICS } from "./training-worker";
import { webAssembly, type WasmMemory } from "./web-assembly";

/** Where training stands. */
export interface TrainingProgress {
  /** From 0 to 1. */
  fraction: number;
  /** The pass over the text that is under way, from 1. */
  epoch: number;
  /** Words of the text seen so far, all epochs counted. */
  words: number;
  /** Words to see in all epochs. */
  totalWords: number;
  wordsPerSecond: number;
  learningRate: number;
  /** Predictions made so far. */
  predictions: number;
  /** Mean loss of a prediction since the last report. */
  loss: number;
}

export interface ThreadOptions {
  /** Called about twenty times a second, and once at the end. */
  onProgress?: (progress: TrainingProgress) => void;
  /** Ends training early, a few milliseconds after it fires. */
  signal?: AbortSignal;
}

export interface TrainedTables {
  /** Less than 1 if the signal ended it. */
  fraction: number;
  /** A row of the input table [D]. */
  inputRow(index: number): Float32Array;
}

const REPORT_INTERVAL = 50; // ms
/** Words taken at a time: some ten milliseconds of work. Fewer where the text is short. */
const PIECE = 10_000;

/** Trains as the plan says. A worker that breaks down ends all, with an error that says why. */
export async function trainInThreads(
  caller: string,
  plan: TrainingPlan,
  { onProgress, signal }: ThreadOptions = {},
): Promise<TrainedTables> {
  const { text, epochs } = plan;
  const pieces = cutIntoPieces(plan);
  const training = buildTrainingMemory(caller, plan, longestPiece(text.ends, pieces));
  const control = new Int32Array(new SharedArrayBuffer(64));
  const statistics = new Float64Array(
    new SharedArrayBuffer(64 * plan.workers), // a cache line each
  );
  const module = new (webAssembly().Module)(Buffer.from(WORD2VEC_WASM, "base64"));
  const shared = {
    module,
    control,
    statistics,
    pieces,
    epochs,
    words: text.words,
    ends: text.ends,
  };
  const crew = training.workers.map((own, number) => {
    const settings = [...training.settings, ...own.settings];
    return startWorker({ ...shared, ...own, number, settings, memory: training.memory });
  });
  const ended = Promise.all(crew.map(({ ended }) => ended));
  ended.catch(() => undefined); // heard of below
  const report = buildReport(plan, statistics, onProgress);
  try {
    while (!(await settlesWithin(ended, REPORT_INTERVAL))) {
      if (signal?.aborted) Atomics.store(control, CONTROL.stop, 1);
      report();
    }
    await ended;
  } catch (error) {
    throw new Error(`${caller}: ${(error as Error).message}`, { cause: error });
  } finally {
    Atomics.store(control, CONTROL.stop, 1);
    await Promise.all(crew.map(({ worker }) => worker.terminate()));
  }
  return { fraction: report(), inputRow: training.inputRow };
}

/** Sentence numbers where pieces begin, and one past the last. */
function cutIntoPieces({ text, workers }: TrainingPlan): Uint32Array {
  const { words, ends } = text;
  const size = Math.min(PIECE, Math.max(500, Math.ceil(words.length / (8 * workers))));
  const starts = [0];
  let begin = 0;
  ends.forEach((end, sentence) => {
    if (end - begin < size && sentence < ends.length - 1) return;
    starts.push(sentence + 1);
    begin = end;
  });
  return Uint32Array.from(starts);
}

function longestPiece(ends: Uint32Array, pieces: Uint32Array): number {
  const endOf = (sentence: number) => (sentence === 0 ? 0 : ends[sentence - 1]!);
  let longest = 0;
  for (let i = 1; i < pieces.length; i++) {
    longest = Math.max(longest, endOf(pieces[i]!) - endOf(pieces[i - 1]!));
  }
  return longest;
}

/** What a worker is given. */
interface Job {
  number: number;
  module: object;
  memory: WasmMemory;
  settings: readonly number[];
}

function startWorker(job: Job): { worker: Worker; ended: Promise<void> } {
  // No arguments or environment of this process: `--import tsx` alone would cost 0.2 s a thread.
  const name = `word vectors ${job.number + 1}`;
  const worker = new Worker(WORKER_CODE, {
    ...{ eval: true, workerData: job, execArgv: [], env: {}, name },
  });
  const ended = new Promise<void>((resolve, reject) => {
    let isDone = false;
    worker.on("message", () => (isDone = true));
    worker.on("error", ({ message }) => reject(new Error(`a worker broke down: ${message}`)));
    worker.on("exit", (code) =>
      isDone ? resolve() : reject(new Error(`a worker ended before its work was done (${code})`)),
    );
  });
  return { worker, ended };
}

async function settlesWithin(promise: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([promise.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A function that adds up what the workers have written down, reports it, and says how far. */
function buildReport(
  plan: TrainingPlan,
  statistics: Float64Array,
  onProgress: ThreadOptions["onProgress"],
): () => number {
  const began = performance.now();
  const totalWords = plan.text.words.length * plan.epochs;
  let before = { loss: 0, predictions: 0 };
  let lastLoss = NaN;
  const total = (entry: number) => {
    let sum = 0;
    for (let worker = 0; worker < plan.workers; worker++) sum += statistics[8 * worker + entry]!;
    return sum;
  };
  return () => {
    const words = total(WORKER_STATISTICS.words);
    const now = {
      loss: total(WORKER_STATISTICS.loss),
      predictions: total(WORKER_STATISTICS.predictions),
    };
    if (now.predictions > before.predictions) {
      lastLoss = (now.loss - before.loss) / (now.predictions - before.predictions);
      before = now;
    }
    if (words > 0) {
      onProgress?.({
        fraction: words / totalWords,
        epoch: Math.min(plan.epochs, 1 + Math.floor(words / plan.text.words.length)),
        ...{ words, totalWords, predictions: now.predictions, loss: lastLoss },
        wordsPerSecond: words / ((performance.now() - began) / 1000),
        learningRate: learningRateAt(plan, words),
      });
    }
    return words / totalWords;
  };
}
