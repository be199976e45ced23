/**
 * The `webgpu` back end: any vendor's GPU, through Dawn (the WebGPU of Chromium, as a Node add-on)
 * over Vulkan, Metal or Direct3D 12.
 *
 * Values come back asynchronously only: `await tensor.data()`. A synchronous read (dataSync,
 * arraySync, print) needs a browser's canvas and throws under Node.
 */
import * as tf from "../core/tf";
import { BackendUnavailable, firstLineOf, type StartedBackend } from "./backend";
import { adapterName, isSoftwareAdapter, type AdapterInfo } from "./devices";
import { load } from "./load";
import { guardBackend, type GuardedDevice } from "./webgpu-guard";

type GpuDevice = GuardedDevice;

interface GpuAdapter {
  readonly info: AdapterInfo;
  readonly features: ReadonlySet<string>;
  readonly limits: Record<string, number>;
  requestDevice(wanted: object): Promise<GpuDevice>;
}

interface Gpu {
  requestAdapter(options: object): Promise<GpuAdapter | null>;
}

interface DawnPackage {
  create(options: string[]): Gpu;
  globals: object;
}

interface WebGpuPackage {
  WebGPUBackend: new (device: GpuDevice, info: AdapterInfo) => tf.KernelBackend;
}

/** TensorFlow.js sizes its programs by these, so the device must grant what the adapter has. */
const LIMITS = [
  "maxComputeWorkgroupStorageSize",
  "maxComputeWorkgroupsPerDimension",
  "maxStorageBufferBindingSize",
  "maxBufferSize",
  "maxComputeWorkgroupSizeX",
  "maxComputeInvocationsPerWorkgroup",
];

/**
 * Dawn hides float16 of NVIDIA's cards on Linux. ONNX Runtime, which has a Dawn of its own, asks
 * for it, and what this one finds is taken for what that one has.
 */
const DAWN_SETTINGS = ["enable-dawn-features=vulkan_enable_f16_on_nvidia"];

/** Why most machines go without, in plain words. */
export const NO_CARD = "no graphics card found";

let dawn: Gpu | undefined;

/** @param allowSoftware false: a GPU imitated on the CPU counts as none */
export async function startWebGpu(allowSoftware: boolean): Promise<StartedBackend> {
  const gpu = openDawn();
  const adapter = await gpu.requestAdapter({ powerPreference: "high-performance" });
  if (adapter === null) {
    throw new BackendUnavailable(
      "no GPU answers",
      "Install your GPU's Vulkan driver (on macOS and Windows there is nothing to install).",
      NO_CARD,
    );
  }
  const device = adapterName(adapter.info);
  const isSoftware = isSoftwareAdapter(adapter.info);
  if (isSoftware && !allowSoftware) {
    throw new BackendUnavailable(
      `the only adapter is software, ${device}`,
      'Ask for it by name, startLab({ backend: "webgpu" }), if you want it nevertheless.',
      "no graphics card found, only one imitated in software",
    );
  }
  let failure: () => string | undefined;
  try {
    failure = await register(gpu, adapter);
  } catch (error) {
    throw new BackendUnavailable(
      `${device} doesn't start: ${firstLineOf(error)}`,
      "Update your GPU's driver, or close what uses its memory.",
      "the graphics card doesn't start",
    );
  }
  return { device, isSoftware, threads: 1, failure };
}

export interface FoundAdapter {
  info: AdapterInfo;
  /** Whether its programs may compute with float16. */
  hasFloat16: boolean;
}

/** The GPU that WebGPU finds, or undefined where there is none. Starts nothing. */
export async function findAdapter(): Promise<FoundAdapter | undefined> {
  const adapter = await openDawn().requestAdapter({ powerPreference: "high-performance" });
  if (adapter === null) return undefined;
  return { info: adapter.info, hasFloat16: adapter.features.has("shader-f16") };
}

function openDawn(): Gpu {
  try {
    const { create, globals } = load<DawnPackage>("webgpu");
    // TensorFlow.js looks for the constants of the standard (GPUBufferUsage, …) in global scope.
    for (const [name, value] of Object.entries(globals)) {
      if (name in globalThis) continue;
      Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    }
    return (dawn ??= create(DAWN_SETTINGS));
  } catch (error) {
    throw new BackendUnavailable(
      `the webgpu package doesn't load here (${firstLineOf(error)})`,
      "Run npm install; Dawn runs on Linux, macOS and Windows, x64 and arm64.",
      "not available on this system",
    );
  }
}

async function register(gpu: Gpu, adapter: GpuAdapter): Promise<() => string | undefined> {
  const device = await adapter.requestDevice({
    requiredFeatures: ["timestamp-query"].filter((feature) => adapter.features.has(feature)),
    requiredLimits: Object.fromEntries(LIMITS.map((limit) => [limit, adapter.limits[limit]])),
  });
  void device.lost.then(({ reason, message }) => {
    if (reason !== "destroyed") console.error(`The GPU was lost (${reason}): ${message}`);
  });
  const { WebGPUBackend } = load<WebGpuPackage>("@tensorflow/tfjs-backend-webgpu");
  const backend = withNavigatorGpu(gpu, () => new WebGPUBackend(device, adapter.info));
  const failure = guardBackend(backend, device);
  if (tf.findBackendFactory("webgpu")) tf.removeBackend("webgpu");
  // Dawn crashes when its root object is collected, and TensorFlow.js holds only the device.
  Object.assign(backend, { gpu, adapter });
  tf.registerBackend("webgpu", () => backend);
  return failure;
}

/** The back end only wants to see that `navigator.gpu` exists; others take it for a browser. */
function withNavigatorGpu<Result>(gpu: Gpu, act: () => Result): Result {
  const before = Object.getOwnPropertyDescriptor(globalThis, "navigator");
  Object.defineProperty(globalThis, "navigator", { value: { gpu }, configurable: true });
  try {
    return act();
  } finally {
    if (before) Object.defineProperty(globalThis, "navigator", before);
    else delete (globalThis as { navigator?: unknown }).navigator;
  }
}
