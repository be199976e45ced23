/**
 * The one trainer for all models of the course: it takes weights, a loss and data, and moves the
 * weights downhill, one step at a time or a whole run.
 *
 *   const trainer = new Trainer({
 *     model: { weights, inputs, loss },
 *     data: shuffledBatches(rows, { batchSize: 32, rng }),
 *     optimization: { learningRate: 1e-3, warmupSteps: 100, totalSteps: 1000 },
 *     rng,
 *   });
 *   const { loss } = await trainer.step();
 *   await trainer.run({ steps: 1000, onStep: ({ step, loss }) => curve.update(step, { loss }) });
 *   const trained = await trainer.weights();
 *
 * Every step is a function of weights, moments and its own number: batch and random numbers follow
 * from the number. So a training that was killed and resumed ends with the same bits.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import type { Rng } from "../core/rng";
import * as tf from "../core/tf";
import type { BatchStream } from "../data/batch-stream";
import { toTensor, type HostArray } from "../engine/host-array";
import { loadCheckpoint, saveCheckpoint, type TrainingRecord } from "./checkpoint";
import type { NamedArrays } from "./checkpoint-file";
import { assertSameTraining, fingerprint } from "./fingerprint";
import type { TrainableModel } from "./loss";
import { Monitor, type MonitorOptions, type MonitorState, type Verdict } from "./monitor";
import { resolveOptimization, type OptimizationOptions } from "./optimization";
import type { ExecutionOptions } from "./step-runner";
import { Stepper, type Batch } from "./stepper";
import {
  runTraining,
  type CheckpointOptions,
  type EvaluationOptions,
  type RunnableTrainer,
  type RunOptions,
  type RunResult,
  type StepResult,
} from "./training-run";
import { updateRatios } from "./update-ratios";

export interface TrainerOptions {
  model: TrainableModel;
  data: BatchStream<Batch>;
  optimization: OptimizationOptions;
  /** Fixes what is drawn in the loss function: dropout. */
  rng: Rng;
  /** Compiled or eager, device, threads. Default: compiled, on all cores. */
  execution?: ExecutionOptions;
}

export interface StepOptions {
  /** Also say how far each weight moves, relative to its size. Default false: it takes a while. */
  updateRatios?: boolean;
}

type Position = Pick<
  TrainingRecord,
  "step" | "batches" | "learningRate" | "seconds" | "evaluations"
>;

export class Trainer implements RunnableTrainer {
  private readonly stepper: Stepper;
  private readonly schedule: (step: number) => number;
  private readonly describe: () => TrainingRecord["fingerprint"];
  private position: Position = {
    ...{ step: 0, batches: 0, learningRate: 0, seconds: 0, evaluations: [] },
  };
  private monitor: Monitor | undefined;
  private monitorState: MonitorState | undefined;
  private best: NamedArrays | undefined;

  constructor({ model, data, optimization, rng, execution }: TrainerOptions) {
    const resolved = resolveOptimization(model.weights, optimization);
    this.schedule = resolved.schedule;
    this.stepper = new Stepper({ model, data, optimization: resolved, rng, execution });
    const { trained, seed } = this.stepper;
    const types = Object.entries(model.weights).map(([name, { dtype, shape }]) => {
      return [name, { dtype, shape }] as const;
    });
    // The weights themselves may be disposed of by the time a checkpoint is written.
    this.describe = () =>
      fingerprint({
        weights: Object.fromEntries(types),
        description: model.description,
        settings: { ...resolved.description, trained, seed },
        data: data.fingerprint(),
      });
    this.accumulate = resolved.accumulate;
  }

  private readonly accumulate: number;

  /** Steps taken, those before the checkpoint that was resumed included. */
  get stepsTaken(): number {
    return this.position.step;
  }

  /** Seconds of computing, likewise. */
  get seconds(): number {
    return this.position.seconds;
  }

  /** What the evaluations found, likewise. */
  get evaluations(): readonly { step: number; metrics: Record<string, number> }[] {
    return this.position.evaluations;
  }

  /**
   * One step: one move of the weights. The first call compiles, which takes a moment.
   *
   * @throws NonFiniteError naming the culprits; the weights are then as before the step
   */
  async step({ updateRatios: isAsked = false }: StepOptions = {}): Promise<StepResult> {
    const began = performance.now();
    const before = isAsked ? await this.readWeights() : undefined;
    const learningRate = this.schedule(this.position.step);
    const found = await this.stepper.step(this.position.step);
    const step = this.position.step + 1;
    const seconds = this.position.seconds + (performance.now() - began) / 1000;
    const batches = step * this.accumulate;
    this.position = { ...this.position, step, batches, learningRate, seconds };
    const result = { step, learningRate, ...found };
    if (before === undefined) return result;
    const after = await this.readWeights();
    return { ...result, updateRatios: updateRatios(before, after, this.stepper.trained) };
  }

  /** Steps until there are `steps` in all, with evaluations, checkpoints and early stopping. */
  run(options: RunOptions): Promise<RunResult> {
    return runTraining(this, options);
  }

  /** The weights as they are now: new tensors, the caller's. */
  async weights(): Promise<Record<string, tf.Tensor>> {
    return tensorsOf(await this.readWeights());
  }

  /** The same as plain arrays. */
  readWeights(): Promise<Record<string, HostArray>> {
    return this.stepper.readWeights();
  }

  /** The weights at the best evaluation: new tensors. Undefined where no run had a monitor. */
  bestWeights(): Record<string, tf.Tensor> | undefined {
    return this.best && tensorsOf(this.best);
  }

  /** Writes a checkpoint, and returns its path; run does it by itself. */
  async save({ folder, keep }: Pick<CheckpointOptions, "folder" | "keep">): Promise<string> {
    const tensors = await this.stepper.readState();
    const monitor = this.monitor?.state ?? this.monitorState ?? null;
    const record = { format: 1, ...this.position, monitor, fingerprint: this.describe() };
    return saveCheckpoint(folder, { tensors, record, best: this.best }, { keep });
  }

  /**
   * Goes to the newest good checkpoint of the folder, if there is one; run does it by itself.
   *
   * @param warn told of files that were passed over
   * @returns    the file's path
   * @throws     RangeError that says what differs, where it belongs to another model, or to other
   *             data or settings
   */
  async resume(
    { folder, acceptChanges = false }: Pick<CheckpointOptions, "folder" | "acceptChanges">,
    warn: (message: string) => void = (message) => console.warn(`Trainer.resume: ${message}`),
  ): Promise<string | undefined> {
    const saved = await loadCheckpoint(folder, { onDamaged: warn });
    if (saved === undefined) return undefined;
    const {
      fingerprint: made,
      monitor,
      step,
      batches,
      learningRate,
      seconds,
      evaluations,
    } = saved.record;
    assertSameTraining(saved.file, { saved: made, here: this.describe() }, { acceptChanges });
    await this.stepper.writeState(saved.tensors);
    this.position = { step, batches, learningRate, seconds, evaluations };
    this.monitor = undefined;
    this.monitorState = monitor ?? undefined;
    this.best = saved.best;
    return saved.file;
  }

  /** Evaluates now, and keeps the weights where they are the best so far; run does it by itself. */
  async evaluate({
    evaluate,
  }: Pick<EvaluationOptions, "evaluate">): Promise<Verdict & { metrics: Record<string, number> }> {
    const weights = await this.readWeights();
    const { step } = this.position;
    const metrics = await evaluate({ weights, step });
    const evaluations = [...this.position.evaluations, { step, metrics }];
    this.position = { ...this.position, evaluations };
    const verdict = this.monitor?.observe(step, metrics) ?? { isBest: false, shouldStop: false };
    if (verdict.isBest) this.best = weights;
    return { ...verdict, metrics };
  }

  /** Begins to watch a number; run does it by itself. True where it already said stop. */
  watch(options: MonitorOptions | undefined): boolean {
    const before = this.monitor?.state ?? this.monitorState;
    this.monitorState = before;
    this.monitor = options && new Monitor(options);
    this.monitor?.restore(before);
    return this.monitor?.shouldStop ?? false;
  }

  /** What a run reports at its end. */
  result(): Pick<RunResult, "metrics" | "best"> {
    const { evaluations } = this.position;
    const state = this.monitor?.state ?? this.monitorState;
    return {
      metrics: evaluations[evaluations.length - 1]?.metrics,
      best: state && { step: state.bestStep, value: state.bestValue },
    };
  }

  /** Frees the trainer's copies of weights and moments. */
  dispose(): Promise<void> {
    return this.stepper.dispose();
  }
}

function tensorsOf(arrays: NamedArrays): Record<string, tf.Tensor> {
  const entries = Object.entries(arrays).map(([name, array]) => {
    // The back end may keep the array it is given; it must be nobody else's.
    return [name, toTensor({ ...array, data: array.data.slice() })] as const;
  });
  return Object.fromEntries(entries);
}
