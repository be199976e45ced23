/**
 * Many sequences through a compiled model: sorted by length, batch by batch, results in the
 * caller's order.
 *
 * A batch is as long as its longest row, so rows of equal length stand together: hardly any work
 * goes into padding. The longest come first, so that memory that doesn't suffice shows at once.
 * The model is compiled at the first run and used again by all later ones.
 *
 * Lesson: notebooks/08-sentence-embeddings.ipynb
 */
import { assertInteger } from "../core/check";
import { withInterrupt, yieldToHost } from "../core/interrupt";
import { startProgress } from "../core/progress";
import type * as tf from "../core/tf";
import { compile, type Compiled } from "../engine/compile";
import type { Feed } from "../engine/host-array";
import type { CompileDevice } from "../engine/session";
import type { BatchTensors } from "./batch";
import { maxSequenceLength, type BertConfig } from "./config";
import type { NamedParameters } from "./parameters";

export interface SequenceRunnerOptions {
  /** Where the compiled model runs. Default "cpu". */
  device?: CompileDevice | "auto";
  /** CPU threads. Default: one a core. */
  threads?: number;
}

export interface RunSequencesOptions {
  /** Rows computed at a time. Default 32. */
  batchSize?: number;
  /** Shows how far it is. Default false. */
  progress?: boolean | string;
  /** Called after each batch. */
  onProgress?: (at: { done: number; total: number }) => void;
  /** Stops between two batches. Default: the notebook's stop button, or Ctrl-C. */
  signal?: AbortSignal;
}

/** The sequence as it is before it is padded; its length is what batches are made by. */
export interface Sequence {
  readonly inputIds: ArrayLike<number>;
}

export type BatchFeeds = Readonly<Record<keyof BatchTensors, Feed>>;

const IDS = { dtype: "int32" as const, shape: ["B", "T"] };
const INPUTS = { inputIds: IDS, tokenTypeIds: IDS, attentionMask: IDS };

export class SequenceRunner<Row extends Sequence> {
  private compiled: Promise<Compiled> | undefined;
  /** The run before: a compiled model computes one at a time. */
  private last: Promise<unknown> = Promise.resolve();

  /**
   * @param forward [B, T] ids to [B, D], a pure function as compile wants it
   * @param collate rows to one padded batch
   */
  constructor(
    private readonly forward: (weights: NamedParameters, batch: BatchTensors) => tf.Tensor2D,
    private readonly collate: (rows: readonly Row[]) => BatchFeeds,
    private readonly model: { parameters: NamedParameters; config: BertConfig },
    private readonly options: SequenceRunnerOptions = {},
  ) {}

  /** @returns [N, D] values, row i for sequence i; undefined for no sequences */
  run(
    caller: string,
    rows: readonly Row[],
    options: RunSequencesOptions = {},
  ): Promise<{ shape: [number, number]; values: Float32Array } | undefined> {
    const { batchSize = 32 } = options;
    assertInteger(caller, { batchSize }, { min: 1 });
    const work = (signal: AbortSignal) => this.runAll(rows, { ...options, batchSize, signal });
    const next = async () => (options.signal ? work(options.signal) : withInterrupt(work));
    const result = this.last.then(next);
    this.last = result.catch(() => undefined);
    return result;
  }

  private async runAll(
    rows: readonly Row[],
    { batchSize, progress, onProgress, signal }: RunSequencesOptions & { batchSize: number },
  ): Promise<{ shape: [number, number]; values: Float32Array } | undefined> {
    if (rows.length === 0) return undefined;
    this.compiled ??= this.compile();
    const compiled = await this.compiled;
    const length = (index: number) => rows[index]!.inputIds.length;
    const order = rows.map((_, index) => index).sort((a, b) => length(b) - length(a) || a - b);
    const label = typeof progress === "string" ? progress : "Encoding";
    const bar = progress ? startProgress({ label, total: rows.length, unit: "text" }) : undefined;
    let values: Float32Array | undefined;
    let width = 0;
    try {
      for (let from = 0; from < rows.length; from += batchSize) {
        await yieldToHost(signal);
        const numbers = order.slice(from, from + batchSize);
        const { output } = await compiled.run(this.collate(numbers.map((i) => rows[i]!)));
        width = output!.shape[1]!;
        values ??= new Float32Array(rows.length * width);
        const found = output!.data as Float32Array;
        numbers.forEach((number, i) => {
          values!.set(found.subarray(i * width, (i + 1) * width), number * width);
        });
        const done = from + numbers.length;
        onProgress?.({ done, total: rows.length });
        bar?.update(done);
      }
    } catch (error) {
      bar?.fail((error as Error).name === "InterruptedError" ? "stopped" : "failed");
      throw error;
    }
    bar?.finish();
    return { shape: [rows.length, width], values: values! };
  }

  private compile(): Promise<Compiled> {
    const { parameters, config } = this.model;
    const { device, threads } = this.options;
    const compiled = compile(
      (batch, weights) => ({ outputs: { output: this.forward(weights, batch as never) } }),
      {
        inputs: INPUTS,
        state: parameters,
        axes: { T: { max: maxSequenceLength(config) } },
        ...(device !== undefined && { device }),
        ...(threads !== undefined && { threads }),
      },
    );
    compiled.catch(() => (this.compiled = undefined));
    return compiled;
  }

  /** Gives the compiled model's memory back; a later run compiles anew. */
  async dispose(): Promise<void> {
    await this.last;
    const compiled = this.compiled;
    this.compiled = undefined;
    await (await compiled)?.dispose();
  }
}
