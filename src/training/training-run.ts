/**
 * The loop around the steps: evaluate now and then, keep the best, save, stop early, stop when
 * asked to, and tell what happens.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import { assertInteger } from "../core/check";
import { InterruptedError, withInterrupt, yieldToHost } from "../core/interrupt";
import { startProgress, type Progress } from "../core/progress";
import type { NamedArrays } from "./checkpoint-file";
import type { MonitorOptions, Verdict } from "./monitor";

/** What one step found; numbers of the weights before it. */
export interface StepResult {
  /** Steps taken, this one included. */
  step: number;
  loss: number;
  learningRate: number;
  /** Of all gradients together, before clipping. */
  gradientNorm: number;
  /** What the loss function gives besides. */
  metrics: Record<string, number>;
  /** ‖Δw‖/‖w‖ of each trained weight, where it was asked for; about 0.001 is usual. */
  updateRatios?: Record<string, number>;
}

export type TrainingEvent =
  | ({ type: "step" } & StepResult)
  | { type: "evaluation"; step: number; metrics: Record<string, number>; isBest: boolean }
  | { type: "checkpoint"; step: number; file: string }
  | { type: "resumed"; step: number; file: string }
  | { type: "warning"; step: number; message: string };

export interface EvaluationOptions {
  /** Steps between two evaluations; the last step is always followed by one. */
  every: number;
  /** Numbers on held-out data, such as heldOutEvaluator gives. */
  evaluate: (at: {
    weights: NamedArrays;
    step: number;
  }) => Promise<Record<string, number>> | Record<string, number>;
  /** Which number says what is best, and when to stop early. Default: nothing is kept. */
  monitor?: MonitorOptions;
}

export interface CheckpointOptions {
  folder: string;
  /** Steps between two checkpoints; the last step is always followed by one. */
  every: number;
  /** How many of the newest are kept. Default 2, and not fewer. */
  keep?: number;
  /** Go on although data or settings have changed. Default false: refuse, and say what differs. */
  acceptChanges?: boolean;
}

export interface RunOptions {
  /** Train until so many steps have been taken in all, those of earlier runs included. */
  steps: number;
  /** After each step: liveLossCurve's update takes it as ({ step, loss }) => … */
  onStep?: (result: StepResult) => void;
  /** All that happens, steps included. Default: warnings go to the console. */
  onEvent?: (event: TrainingEvent) => void;
  /** Stops the run between two steps. Default: the notebook's stop button, or Ctrl-C. */
  signal?: AbortSignal;
  /** Resumes from the folder if it holds a checkpoint, and saves into it. Default: no saving. */
  checkpoint?: CheckpointOptions;
  /** Default: none. */
  evaluation?: EvaluationOptions;
  /** Shows progress under this label: "Pre-training". Default: none is shown. */
  progress?: string;
}

export interface RunResult {
  step: number;
  stoppedBy: "steps" | "early stopping";
  /** The last evaluation's numbers. */
  metrics: Record<string, number> | undefined;
  best: { step: number; value: number } | undefined;
}

/** The part of Trainer that the loop drives. */
export interface RunnableTrainer {
  readonly stepsTaken: number;
  step(): Promise<StepResult>;
  resume(options: CheckpointOptions, warn: (message: string) => void): Promise<string | undefined>;
  save(options: CheckpointOptions): Promise<string>;
  evaluate(options: EvaluationOptions): Promise<Verdict & { metrics: Record<string, number> }>;
  /** Begins to watch a number; true where an earlier run already stopped on it. */
  watch(options: MonitorOptions | undefined): boolean;
  result(): Pick<RunResult, "metrics" | "best">;
}

export async function runTraining(
  trainer: RunnableTrainer,
  options: RunOptions,
): Promise<RunResult> {
  const { steps, signal, evaluation, checkpoint } = options;
  assertInteger("Trainer.run", { steps }, { min: 1 });
  if (evaluation)
    assertInteger("Trainer.run", { "evaluation.every": evaluation.every }, { min: 1 });
  if (checkpoint) {
    const { every, keep = 2 } = checkpoint;
    assertInteger("Trainer.run", { "checkpoint.every": every }, { min: 1 });
    assertInteger("Trainer.run", { "checkpoint.keep": keep }, { min: 2 });
  }
  const work = (stop: AbortSignal) => loop(trainer, options, stop);
  return signal ? work(signal) : withInterrupt(work);
}

async function loop(
  trainer: RunnableTrainer,
  { steps, onStep, onEvent = warnOnly, checkpoint, evaluation, progress: label }: RunOptions,
  signal: AbortSignal,
): Promise<RunResult> {
  const warn = (message: string) =>
    onEvent({ type: "warning", step: trainer.stepsTaken, message: `Trainer.run: ${message}` });
  const save = async () => {
    if (!checkpoint) return;
    const file = await trainer.save(checkpoint);
    onEvent({ type: "checkpoint", step: trainer.stepsTaken, file });
  };
  if (checkpoint && trainer.stepsTaken === 0) {
    const file = await trainer.resume(checkpoint, warn);
    if (file !== undefined) onEvent({ type: "resumed", step: trainer.stepsTaken, file });
  }
  let isStopped = trainer.watch(evaluation?.monitor);
  const progress = label === undefined ? undefined : showProgress(label, trainer.stepsTaken, steps);
  try {
    while (!isStopped && trainer.stepsTaken < steps) {
      await giveWay(trainer, signal, checkpoint && save);
      const result = await trainer.step();
      onStep?.(result);
      onEvent({ type: "step", ...result });
      progress?.update(result.step, { loss: result.loss, ...result.metrics });
      const isDue = (every: number) => result.step % every === 0 || result.step >= steps;
      if (evaluation && isDue(evaluation.every)) {
        const { metrics, isBest, shouldStop } = await trainer.evaluate(evaluation);
        onEvent({ type: "evaluation", step: result.step, metrics, isBest });
        isStopped = shouldStop;
      }
      if (checkpoint && (isDue(checkpoint.every) || isStopped)) await save();
    }
  } catch (error) {
    progress?.fail(error instanceof InterruptedError ? "stopped" : "failed");
    throw error;
  }
  finish(progress);
  const stoppedBy = isStopped ? "early stopping" : "steps";
  return { step: trainer.stepsTaken, stoppedBy, ...trainer.result() };
}

/** Lets the host breathe; where it says stop, saves first. */
async function giveWay(
  trainer: RunnableTrainer,
  signal: AbortSignal,
  save: (() => Promise<void>) | undefined,
): Promise<void> {
  try {
    await yieldToHost(signal);
  } catch (error) {
    if (!(error instanceof InterruptedError)) throw error;
    await save?.();
    const where = save ? ", saved; the same call goes on from there" : "; call run again to go on";
    throw new InterruptedError(`stopped; kept: the model as of step ${trainer.stepsTaken}${where}`);
  }
}

function showProgress(label: string, stepsTaken: number, steps: number): Progress {
  return startProgress({
    label,
    total: Math.max(steps, stepsTaken),
    from: stepsTaken,
    unit: "step",
  });
}

function finish(progress: Progress | undefined): void {
  progress?.finish();
}

function warnOnly(event: TrainingEvent): void {
  if (event.type === "warning") console.warn(event.message);
}
