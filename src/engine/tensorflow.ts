/**
 * The `tensorflow` back end: tfjs-node-gpu, TensorFlow's own C library on an NVIDIA GPU.
 *
 * An optional dependency: its binding is built or downloaded by an install script, and wants CUDA
 * 11.2, cuDNN 8.1 and Node up to 22. Where any of that is missing, the others do the work.
 */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import * as tf from "../core/tf";
import { BackendUnavailable, firstLineOf, type StartedBackend } from "./backend";
import { cpuName } from "./devices";
import { load, packageFolder } from "./load";

const PACKAGE = "@tensorflow/tfjs-node-gpu";
const REMEDY = "Install CUDA 11.2 and cuDNN 8.1, then run npm run install:cuda.";

interface TensorFlowBackend {
  isUsingGpuDevice?: boolean;
}

/**
 * @param allowCpu false: the library without a GPU counts as none
 * @param folder   of the package; default: where it is installed, if it is
 */
export async function startTensorFlow(
  allowCpu: boolean,
  folder: string | undefined = packageFolder(PACKAGE),
): Promise<StartedBackend> {
  if (folder === undefined) {
    throw new BackendUnavailable("tfjs-node-gpu is not installed", "Run npm install.");
  }
  if (!hasBinding(folder)) {
    throw new BackendUnavailable("tfjs-node-gpu is installed without its binding", REMEDY);
  }
  try {
    load(folder);
  } catch (error) {
    throw new BackendUnavailable(`tfjs-node-gpu doesn't load: ${firstLineOf(error)}`, REMEDY);
  }
  const seesGpu = (tf.findBackend("tensorflow") as TensorFlowBackend)?.isUsingGpuDevice === true;
  if (!seesGpu && !allowCpu) {
    throw new BackendUnavailable("tfjs-node-gpu sees no GPU", REMEDY);
  }
  return seesGpu
    ? { device: "NVIDIA GPU (CUDA)", isSoftware: false, threads: 1 }
    : { device: cpuName(), isSoftware: false, threads: 1, note: "TensorFlow sees no GPU" };
}

/** lib/napi-v8/tfjs_binding.node, the number depending on Node's version. */
function hasBinding(folder: string): boolean {
  const lib = join(folder, "lib");
  if (!existsSync(lib)) return false;
  return readdirSync(lib).some((napi) => existsSync(join(lib, napi, "tfjs_binding.node")));
}
