/**
 * Where compiled functions can run: what ONNX Runtime has on this machine, and why not more.
 *
 *   cuda     an NVIDIA GPU, with an ONNX Runtime built for it (the installed one may not be)
 *   webgpu   any GPU
 *   cpu      always
 *
 * A device counts as there once it has multiplied two matrices and the product was right: finding
 * a driver says little about whether it works.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { InferenceSession } from "onnxruntime-node";
import { firstLineOf } from "./backend";
import { adapterName, cpuName, isSoftwareAdapter, reasonForNoGpu } from "./devices";
import { packageFolder } from "./load";
import { writeOnnx } from "./onnx-file";
import { ortRuntime } from "./ort-runtime";
import type { CompileDevice } from "./session";
import { findAdapter } from "./webgpu";

export interface CompileDeviceReport {
  device: CompileDevice;
  available: boolean;
  /** The device's own name; "" where it isn't there. */
  name: string;
  /** True for a GPU that a CPU imitates: right results, slowly. "auto" never takes it. */
  isSoftware: boolean;
  /** Why it is chosen, or not, in half a sentence. */
  reason: string;
}

/**
 * Looks at each device, the first time it is called; later calls give the same answer. From the
 * fastest to the one that always works.
 */
export function compileDevices(): Promise<readonly CompileDeviceReport[]> {
  return (found ??= lookAtAll());
}

/** The first device that is there and no imitation. */
export async function bestCompileDevice(): Promise<CompileDevice> {
  const reports = await compileDevices();
  return reports.find(({ available, isSoftware }) => available && !isSoftware)!.device;
}

/** @throws RangeError where a device can't compute with float16 */
export async function refuseWithoutFloat16(device: CompileDevice): Promise<void> {
  if (device !== "webgpu") return;
  const adapter = await findAdapter();
  if (adapter === undefined || adapter.hasFloat16) return; // without any, opening says so
  throw new RangeError(
    `compile: ${adapterName(adapter.info)} has no float16 (WebGPU's shader-f16), so precision ` +
      'can\'t be "mixed" there; use "float32"',
  );
}

let found: Promise<readonly CompileDeviceReport[]> | undefined;

async function lookAtAll(): Promise<readonly CompileDeviceReport[]> {
  const reports = [await lookAtCuda(), await lookAtWebGpu(), cpuReport()];
  const chosen = reports.find(({ available, isSoftware }) => available && !isSoftware)!;
  chosen.reason = "the fastest that this machine has";
  return reports;
}

async function lookAtCuda(): Promise<CompileDeviceReport> {
  const { platform, arch } = process;
  const folder = packageFolder("onnxruntime-node");
  const library = platform === "win32" ? "onnxruntime_providers_cuda.dll" : PROVIDER;
  const places = ["napi-v3", "napi-v6"].map((api) => join("bin", api, platform, arch, library));
  if (folder === undefined || !places.some((place) => existsSync(join(folder, place)))) {
    return missing("cuda", "the installed ONNX Runtime has no CUDA part");
  }
  return tryOut("cuda", "NVIDIA GPU (CUDA)", false);
}

const PROVIDER = "libonnxruntime_providers_cuda.so";

async function lookAtWebGpu(): Promise<CompileDeviceReport> {
  const reason = reasonForNoGpu();
  if (reason !== undefined) return missing("webgpu", reason);
  try {
    const adapter = await findAdapter();
    if (adapter === undefined) return missing("webgpu", "no GPU answers");
    return await tryOut("webgpu", adapterName(adapter.info), isSoftwareAdapter(adapter.info));
  } catch (error) {
    return missing("webgpu", firstLineOf(error));
  }
}

function cpuReport(): CompileDeviceReport {
  const reason = "always there";
  return { device: "cpu", available: true, name: cpuName(), isSoftware: false, reason };
}

function missing(device: CompileDevice, reason: string): CompileDeviceReport {
  return { device, available: false, name: "", isSoftware: false, reason };
}

async function tryOut(
  device: CompileDevice,
  name: string,
  isSoftware: boolean,
): Promise<CompileDeviceReport> {
  try {
    await multiplyOn(device);
  } catch (error) {
    return missing(device, `${name} doesn't compute: ${firstLineOf(error).slice(0, 300)}`);
  }
  const reason = isSoftware ? "software, no GPU: right but slow" : "there, and slower";
  return { device, available: true, name, isSoftware, reason };
}

/** [[1, 2], [3, 4]]² = [[7, 10], [15, 22]], or an Error. */
async function multiplyOn(device: CompileDevice): Promise<void> {
  const { InferenceSession, Tensor } = ortRuntime();
  const value = { dtype: "float32", shape: ["N", 2] } as const;
  const bytes = writeOnnx({
    nodes: [{ op: "MatMul", inputs: ["x", "x"], outputs: ["y"], attributes: {} }],
    constants: [],
    inputs: [{ name: "x", ...value }],
    outputs: [{ name: "y", ...value }],
  });
  let session: InferenceSession | undefined;
  try {
    session = await InferenceSession.create(bytes, {
      executionProviders: [device],
      logSeverityLevel: 4,
    });
    const { y } = await session.run({
      x: new Tensor("float32", Float32Array.of(1, 2, 3, 4), [2, 2]),
    });
    const got = String(y!.data as Float32Array);
    if (got !== "7,10,15,22") throw new Error(`a product came out wrong: ${got}`);
  } finally {
    await session?.release();
  }
}
