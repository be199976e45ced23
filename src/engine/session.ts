/**
 * A graph in ONNX Runtime, and the state that stays inside it from one run to the next.
 *
 * A run reads the state and gives out the next one in new memory, and only when it has succeeded
 * does the next one take the place: so a run that fails or is cut off leaves the state as it was.
 * The old one's memory is given back at once, not whenever the garbage collector comes by: with
 * weights and moments a large model is three times its size. On a GPU both stay in its memory.
 *
 * The first state isn't copied: the first run reads it where it lies.
 */
import type { InferenceSession, Tensor } from "onnxruntime-node";
import { InterruptedError } from "../core/interrupt";
import { firstLineOf } from "./backend";
import { giveFreedMemoryBack, keepFreedMemory, LARGE_BYTES, type Hold } from "./freed-memory";
import type { HostArray, HostType } from "./host-array";
import { writeOnnxInParts, type OnnxModel } from "./onnx-file";
import { ortRuntime } from "./ort-runtime";
import { StateReader, type CreateSession } from "./state-reader";

export type CompileDevice = "cpu" | "webgpu" | "cuda";

export interface SessionOptions {
  device: CompileDevice;
  /** CPU threads that share one operation. */
  threads: number;
  /** See compile. */
  fewShapes: boolean;
  /** Names of the state in the graph: what a run reads, and what it writes, where it does. */
  state: readonly { name: string; input: string; output: string | undefined }[];
  initialState: Readonly<Record<string, HostArray>>;
  /** The graph's outputs that are not state. */
  outputs: readonly string[];
}

/** ONNX Runtime 1.30's layer norm of a sum takes ten times as long as the sum, then layer norm. */
const CPU_SETTINGS = {
  optimization: { disable_specified_optimizers: "SkipLayerNormFusion" },
};

/** Else buffers are rounded up and shared between sizes, and large ones are made anew each time. */
const WEBGPU_OF_FEW_SHAPES = { name: "webgpu", storageBufferCacheMode: "simple" } as const;

type Tensors = Record<string, Tensor>;

export class Session {
  private isBusy = false;
  private isDisposed = false;
  /** By state's name. */
  private current: Tensors = {};
  /** Whose current values lie in somebody else's memory. */
  private borrowed = new Set<string>();
  private reader: StateReader | undefined;
  private memory: Hold | undefined;

  private constructor(
    private readonly inner: InferenceSession,
    private readonly options: Omit<SessionOptions, "initialState">,
    /** Without the values, so that the first ones can be forgotten. */
    private readonly types: Readonly<Record<string, Pick<HostArray, "dtype" | "shape">>>,
  ) {}

  static async open(model: OnnxModel, options: SessionOptions): Promise<Session> {
    const { initialState, ...rest } = options;
    const { device, threads, fewShapes, outputs, state } = rest;
    const places: Record<string, "cpu" | "gpu-buffer"> = {};
    for (const name of outputs) places[name] = "cpu";
    for (const { output } of state) if (output !== undefined) places[output] = "gpu-buffer";
    const { bytes, externalData } = writeOnnxInParts(model);
    const weightBytes = externalData.reduce((sum, { data }) => sum + data.length, 0);
    const opening = weightBytes >= LARGE_BYTES ? giveFreedMemoryBack() : undefined;
    try {
      const inner = await ortRuntime().InferenceSession.create(bytes, {
        externalData,
        executionProviders: [device === "webgpu" && fewShapes ? WEBGPU_OF_FEW_SHAPES : device],
        intraOpNumThreads: threads,
        interOpNumThreads: 1,
        graphOptimizationLevel: "all",
        extra: device === "cpu" ? CPU_SETTINGS : {},
        // Would plan each batch's memory as one block, and never give the old blocks back.
        enableMemPattern: false,
        logSeverityLevel: 3,
        ...(device === "webgpu" && { preferredOutputLocation: places }),
      });
      const types = Object.fromEntries(
        Object.entries(initialState).map(([name, { dtype, shape }]) => [name, { dtype, shape }]),
      );
      const session = new Session(inner, rest, types);
      session.adopt(initialState, true);
      const isLarge = device === "cpu" && writtenBytes(options) >= LARGE_BYTES;
      if (isLarge) session.memory = keepFreedMemory();
      return session;
    } catch (error) {
      throw new Error(`compile: ONNX Runtime refused the graph on ${device}: ${reason(error)}`);
    } finally {
      opening?.release();
    }
  }

  get device(): CompileDevice {
    return this.options.device;
  }

  /** @param feeds by the graph's input names, already checked */
  async run(
    feeds: Readonly<Record<string, HostArray>>,
    signal?: AbortSignal,
  ): Promise<Record<string, HostArray>> {
    return this.exclusively("run", async () => {
      refuseIfAborted(signal);
      const given: Tensors = {};
      for (const [name, array] of Object.entries(feeds)) given[name] = toOrt(array);
      for (const { name, input } of this.options.state) given[input] = this.current[name]!;
      const wanted: Record<string, Tensor | null> = {};
      for (const name of this.options.outputs) wanted[name] = null;
      for (const { output } of this.options.state) {
        if (output !== undefined) wanted[output] = null;
      }
      let made: InferenceSession.OnnxValueMapType;
      try {
        made = await this.inner.run(given, wanted);
      } catch (error) {
        const isGpu = this.options.device !== "cpu";
        const hint = isGpu ? "; if the GPU's memory is full, smaller batches help" : "";
        throw new Error(
          `run: ONNX Runtime stopped: ${reason(error)}. The state is unchanged${hint}`,
        );
      }
      if (signal?.aborted) this.forget(made as Tensors);
      refuseIfAborted(signal);
      const results: Record<string, HostArray> = {};
      for (const name of this.options.outputs) results[name] = fromOrt(made[name] as Tensor);
      this.swap(made as Tensors);
      return results;
    });
  }

  async readState(): Promise<Record<string, HostArray>> {
    return this.exclusively("readState", async () => {
      const copies: Record<string, HostArray> = {};
      const held = await this.onCpu(this.current);
      for (const { name } of this.options.state) {
        const { dtype, shape, data } = fromOrt(held[name]!);
        copies[name] = { dtype, shape, data: data.slice() };
      }
      return copies;
    });
  }

  /** @param state every name, already checked */
  async writeState(state: Readonly<Record<string, HostArray>>): Promise<void> {
    await this.exclusively("writeState", async () => this.adopt(state, false));
  }

  async dispose(): Promise<void> {
    if (this.isDisposed) return;
    await this.exclusively("dispose", async () => {
      this.isDisposed = true;
      this.giveBack(Object.keys(this.current));
      this.current = {};
      await this.reader?.release();
      await this.inner.release();
      this.memory?.release();
    });
  }

  private async onCpu(tensors: Tensors): Promise<Tensors> {
    if (Object.values(tensors).every(({ location }) => location === "cpu")) return tensors;
    const create: CreateSession = (b, o) => ortRuntime().InferenceSession.create(b, o);
    this.reader ??= await StateReader.open(create, this.types);
    return this.reader.read(tensors);
  }

  private adopt(state: Readonly<Record<string, HostArray>>, isBorrowed: boolean): void {
    const current: Tensors = {};
    for (const { name } of this.options.state) {
      const { dtype, shape, data } = state[name]!;
      current[name] = toOrt({ dtype, shape, data: isBorrowed ? data : data.slice() });
    }
    // Only now that all of the new one is there does the old one go.
    this.giveBack(Object.keys(this.current));
    this.current = current;
    this.borrowed = new Set(isBorrowed ? Object.keys(current) : []);
  }

  /** Gives up a run's results. */
  private forget(made: Tensors): void {
    const outputs = this.options.state.flatMap(({ output }) => output ?? []);
    release(outputs.map((output) => made[output]!));
  }

  private swap(made: Tensors): void {
    const written = this.options.state.filter(({ output }) => output !== undefined);
    this.giveBack(written.map(({ name }) => name));
    for (const { name, output } of written) this.current[name] = made[output!]!;
  }

  /** What is somebody else's stays theirs. */
  private giveBack(names: readonly string[]): void {
    release(names.filter((name) => !this.borrowed.has(name)).map((name) => this.current[name]!));
    for (const name of names) this.borrowed.delete(name);
  }

  /** One thing at a time: two runs at once would both start from the same state. */
  private async exclusively<Result>(what: string, act: () => Promise<Result>): Promise<Result> {
    if (this.isDisposed) throw new Error(`${what}: this compiled function has been disposed`);
    if (this.isBusy) {
      throw new Error(`${what}: a run is still under way; await it before the next call`);
    }
    this.isBusy = true;
    try {
      return await act();
    } finally {
      this.isBusy = false;
    }
  }
}

/** Of the state that each run writes anew. */
function writtenBytes({ state, initialState }: SessionOptions): number {
  return state.reduce((sum, { name, output }) => {
    return sum + (output === undefined ? 0 : initialState[name]!.data.byteLength);
  }, 0);
}

function refuseIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) {
    throw new InterruptedError("run: stopped at your request; the state is unchanged");
  }
}

function toOrt({ dtype, data, shape }: HostArray): Tensor {
  return new (ortRuntime().Tensor)(dtype, data, shape);
}

function fromOrt({ type, dims, data }: Tensor): HostArray {
  return { dtype: type as HostType, shape: dims, data: data as HostArray["data"] };
}

/** Below this it isn't worth it to free a tensor at once. */
const FREED_BYTES = 1 << 16;

/** Gives memory back at once; nobody may use the tensors any more. */
function release(tensors: readonly Tensor[]): void {
  const buffers: ArrayBuffer[] = [];
  for (const tensor of tensors) {
    if (tensor.location === "gpu-buffer") tensor.dispose();
    else if (tensor.location === "cpu") {
      const { buffer } = tensor.data as HostArray["data"];
      if (buffer.byteLength >= FREED_BYTES) buffers.push(buffer as ArrayBuffer);
    }
  }
  if (buffers.length === 0) return;
  // What is sent to a closed port leaves its sender and arrives nowhere.
  const { port1 } = new MessageChannel();
  port1.close();
  port1.postMessage(null, buffers);
}

function reason(error: unknown): string {
  return firstLineOf(error).slice(0, 500);
}
