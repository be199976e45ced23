/**
 * startLab: picks the device that computes, and says which it took and why.
 *
 * Every notebook begins with it. The four back ends give the same numbers up to rounding; they
 * differ in speed and in what the machine must have:
 *
 *   tensorflow   NVIDIA GPU, through TensorFlow's C library (optional, hard to install)
 *   webgpu       any GPU
 *   wasm         CPU with SIMD and threads: works everywhere, the usual choice without a GPU
 *   cpu          plain JavaScript: slow, for comparison
 *
 * Lesson: notebooks/00-start-here.ipynb
 */
import { assertInteger, inWords } from "../core/check";
import * as tf from "../core/tf";
import { BACKENDS, BackendUnavailable, type Backend, type StartedBackend } from "./backend";
import { startCpu } from "./cpu";
import { reasonForNoGpu } from "./devices";
import { registerGradients } from "./gradients";
import { startTensorFlow } from "./tensorflow";
import { defaultThreads, MAX_THREADS, startWasm } from "./wasm";
import { NO_CARD, startWebGpu } from "./webgpu";

export interface LabOptions {
  /**
   * Default "auto": the first that this machine really has. The environment variable LAB_BACKEND,
   * which `npm start -- --backend` sets, goes before it, and `describe()` then says so.
   */
  backend?: Backend | "auto";
  /**
   * For wasm: threads that share one operation, 1 to 8. Default: one a core. Large products gain
   * nearly as many times; a model of a few thousand weights trains faster with 1.
   */
  threads?: number;
  /** Don't print the line that says what was chosen. Default false. */
  quiet?: boolean;
}

/** One line of the answer to "why this device and no better one?". */
export interface BackendReport {
  backend: Backend;
  available: boolean;
  /** What it computes on, for the one that was chosen; "" for the others. */
  device: string;
  /** Why not, in half a sentence and precisely; for the one that was chosen, why this one. */
  reason: string;
}

export interface Lab {
  readonly backend: Backend;
  /** The device that really computes, by its own name. */
  readonly device: string;
  /** True for a GPU imitated on the CPU, which only an explicit "webgpu" ever takes. */
  readonly isSoftware: boolean;
  readonly threads: number;
  /** From the best back end that was considered down to the chosen one. */
  readonly report: readonly BackendReport[];
  /** One line for a reader: what was chosen, and why nothing better. */
  describe(): string;
}

/**
 * Starts a back end and makes it the one TensorFlow.js computes with.
 *
 * Call it as often as you like: the same back end again gives the same Lab, another one switches.
 * Tensors follow to the new back end when they are next used (from webgpu they can't).
 */
export function startLab(options: LabOptions = {}): Promise<Lab> {
  const state = labState();
  // One after the other: two starts at once would register the same back end twice.
  const next = state.queue.then(() => start(options, state));
  state.queue = next.catch(() => undefined);
  return next;
}

/** What the last startLab gave; undefined before the first one. */
export function currentLab(): Lab | undefined {
  return labState().lab;
}

interface LabState {
  queue: Promise<unknown>;
  started: Map<Backend, StartedBackend>;
  lab?: Lab;
}

async function start(options: LabOptions, state: LabState): Promise<Lab> {
  const { quiet = false } = options;
  const { wanted, isFromEnvironment } = wantedBackend(options);
  const threads = options.threads ?? state.started.get("wasm")?.threads ?? defaultThreads();
  assertInteger("startLab", { threads }, { min: 1, max: MAX_THREADS });

  const report: BackendReport[] = [];
  const passedOver: string[] = [];
  for (const backend of wanted === "auto" ? BACKENDS : [wanted]) {
    try {
      const started = await startOnce(backend, wanted === "auto", threads, state);
      await activate(backend);
      const reason = whyThis(wanted, isFromEnvironment);
      report.push({ backend, available: true, device: started.device, reason });
      const same = state.lab && isSame(state.lab, backend, started);
      const choice = { report, passedOver, isFromEnvironment };
      state.lab = same ? state.lab! : createLab(backend, started, choice);
      if (!quiet) console.log(state.lab.describe());
      return state.lab;
    } catch (error) {
      if (!(error instanceof BackendUnavailable)) throw error;
      if (wanted !== "auto") {
        throw new Error(`startLab: ${backend} can't run here: ${error.message}. ${error.remedy}`);
      }
      report.push({ backend, available: false, device: "", reason: error.message });
      passedOver.push(`${backend}: ${error.inPlainWords}`);
    }
  }
  throw new Error(`startLab: nothing runs here: ${reasons(report)}`);
}

async function startOnce(
  backend: Backend,
  isAutomatic: boolean,
  threads: number,
  { started }: LabState,
): Promise<StartedBackend> {
  const known = started.get(backend);
  // A GPU that has failed is started anew.
  const before = known?.failure?.() === undefined ? known : undefined;
  const fits = before && (backend !== "wasm" || before.threads === threads || before.note);
  if (fits && !(isAutomatic && before.isSoftware)) return before;
  const now = await startBackend(backend, isAutomatic, threads);
  started.set(backend, now);
  return now;
}

function startBackend(backend: Backend, isAutomatic: boolean, threads: number) {
  switch (backend) {
    case "tensorflow":
      return startTensorFlow(!isAutomatic);
    case "webgpu": {
      const reason = isAutomatic ? reasonForNoGpu() : undefined;
      if (reason !== undefined) throw new BackendUnavailable(reason, "", NO_CARD);
      return startWebGpu(!isAutomatic);
    }
    case "wasm":
      return startWasm(threads);
    case "cpu":
      return startCpu();
  }
}

async function activate(backend: Backend): Promise<void> {
  registerGradients();
  if (!(await tf.setBackend(backend))) throw new Error(`startLab: ${backend} did not start`);
}

interface Wanted {
  wanted: Backend | "auto";
  isFromEnvironment: boolean;
}

function wantedBackend({ backend = "auto" }: LabOptions): Wanted {
  const fromEnvironment = process.env["LAB_BACKEND"];
  const wanted = fromEnvironment || backend;
  if (wanted === "auto" || BACKENDS.includes(wanted as Backend)) {
    return { wanted: wanted as Backend | "auto", isFromEnvironment: Boolean(fromEnvironment) };
  }
  const source = fromEnvironment ? "the environment variable LAB_BACKEND" : "backend";
  throw new RangeError(
    `startLab: ${source} must be auto, ${BACKENDS.join(", ")}, got ${inWords(wanted)}`,
  );
}

function whyThis(wanted: Backend | "auto", isFromEnvironment: boolean): string {
  if (wanted === "auto") return "the fastest that this machine has";
  return isFromEnvironment ? "set by LAB_BACKEND" : "asked for";
}

interface Choice {
  report: BackendReport[];
  /** "webgpu: no graphics card found", for each that was tried before. */
  passedOver: string[];
  isFromEnvironment: boolean;
}

function createLab(
  backend: Backend,
  { device, isSoftware, threads, note }: StartedBackend,
  { report, passedOver, isFromEnvironment }: Choice,
): Lab {
  const details = [
    isSoftware && "software, no GPU: right but slow",
    backend === "wasm" && `${threads} thread${threads === 1 ? "" : "s"}`,
    note,
  ].filter(Boolean);
  const setBy = isFromEnvironment ? " (set by LAB_BACKEND)" : "";
  const chosen = `Computing with ${backend}${setBy} on ${device}`;
  const others = passedOver.length === 0 ? "" : ` (${passedOver.join("; ")}.)`;
  const line = `${[chosen, ...details].join(", ")}.${others}`;
  return { backend, device, isSoftware, threads, report, describe: () => line };
}

function isSame(lab: Lab, backend: Backend, { device, threads }: StartedBackend): boolean {
  return lab.backend === backend && lab.device === device && lab.threads === threads;
}

function reasons(report: readonly BackendReport[]): string {
  return report.map(({ backend, reason }) => `${backend}: ${reason}`).join("; ");
}

/** Kept on the process: when a notebook reloads an edited library file, the devices live on. */
function labState(): LabState {
  const holder = process as unknown as Record<symbol, LabState | undefined>;
  return (holder[STATE] ??= { queue: Promise.resolve(), started: new Map() });
}

const STATE = Symbol.for("embedding-lab.lab");
