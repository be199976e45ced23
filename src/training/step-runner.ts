/**
 * Runs a step function again and again with state inside: compiled, or eagerly.
 *
 * Both are driven alike, so that a trainer can be switched from one to the other: compiled to be
 * fast, eagerly to look inside the loss function with a debugger or console.log.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
import * as tf from "../core/tf";
import { compile, type Compiled } from "../engine/compile";
import { checkedFeeds, checkedState, type ArrayType } from "../engine/feeds";
import { toTensor, type Feed, type HostArray, type HostType } from "../engine/host-array";
import type { CompileDevice } from "../engine/session";
import type { InputSpecs, TensorMap, TracedResult } from "../engine/trace/trace-function";

export interface ExecutionOptions {
  /** False runs the step operation by operation on the lab's back end. Default true. */
  compiled?: boolean;
  /** Where the compiled step runs. Default "cpu". */
  device?: CompileDevice;
  /** CPU threads of the compiled step. Default: one a core. */
  threads?: number;
  /** Batches have few different shapes; see compile. */
  fewShapes?: boolean;
  /** Largest sizes of named axes; see compile. */
  axes?: Readonly<Record<string, { max?: number }>>;
}

export type StepRunner = Pick<Compiled, "run" | "readState" | "writeState" | "dispose">;

export interface RunnableStep {
  readonly inputs: InputSpecs;
  run(inputs: TensorMap, state: TensorMap): TracedResult;
}

/** @param state the first values; copied */
export async function startStepRunner(
  step: RunnableStep,
  state: TensorMap,
  { compiled = true, axes = {}, ...options }: ExecutionOptions = {},
): Promise<StepRunner> {
  if (!compiled) return new EagerRunner(step, state, axes);
  const { inputs } = step;
  return compile((given, held) => step.run(given, held), { inputs, state, axes, ...options });
}

/** The same contract as Compiled, on the lab's back end. */
class EagerRunner implements StepRunner {
  private state: Record<string, tf.Tensor>;
  private readonly types: ReadonlyMap<string, ArrayType>;

  constructor(
    private readonly step: RunnableStep,
    state: TensorMap,
    private readonly axes: Readonly<Record<string, { max?: number }>>,
  ) {
    const entries = Object.entries(state);
    this.state = Object.fromEntries(entries.map(([name, tensor]) => [name, tf.clone(tensor)]));
    this.types = new Map(
      entries.map(([name, { dtype, shape }]) => [name, { dtype: dtype as HostType, shape }]),
    );
  }

  async run(feeds: Readonly<Record<string, Feed>>): Promise<Record<string, HostArray>> {
    const { inputs } = this.step;
    const arrays = await checkedFeeds(feeds, inputs, { axes: this.axes });
    const { outputs, state = {} } = tf.tidy(() => {
      const given = Object.entries(arrays).map(([name, array]) => [name, toTensor(array)] as const);
      return { ...this.step.run(Object.fromEntries(given), this.state) };
    });
    for (const [name, next] of Object.entries(state)) {
      this.state[name]!.dispose();
      this.state[name] = next;
    }
    const read = await readAll(outputs);
    tf.dispose(outputs);
    return read;
  }

  readState(): Promise<Record<string, HostArray>> {
    return readAll(this.state);
  }

  async writeState(state: Readonly<Record<string, tf.Tensor | HostArray>>): Promise<void> {
    const arrays = await checkedState(state, this.types);
    tf.dispose(this.state);
    const tensors = Object.entries(arrays).map(([name, array]) => {
      // The back end may keep the array it is given; it must be nobody else's.
      return [name, toTensor({ ...array, data: array.data.slice() })] as const;
    });
    this.state = Object.fromEntries(tensors);
  }

  async dispose(): Promise<void> {
    tf.dispose(this.state);
    this.state = {};
  }
}

async function readAll(tensors: TensorMap): Promise<Record<string, HostArray>> {
  const read: Record<string, HostArray> = {};
  for (const [name, tensor] of Object.entries(tensors)) {
    // A copy: the cpu back end hands out its own memory.
    const data = ((await tensor.data()) as HostArray["data"]).slice();
    read[name] = { dtype: tensor.dtype as HostType, shape: tensor.shape, data };
  }
  return read;
}
