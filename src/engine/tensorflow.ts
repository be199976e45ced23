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
const NOT_INSTALLED = "no NVIDIA library installed, optional";

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
    const reason = "tfjs-node-gpu is not installed";
    throw new BackendUnavailable(reason, "Run npm install.", NOT_INSTALLED);
  }
  if (!hasBinding(folder)) {
    const reason = "tfjs-node-gpu is installed without its binding";
    throw new BackendUnavailable(reason, REMEDY, NOT_INSTALLED);
  }
  try {
    load(folder);
  } catch (error) {
    const reason = `tfjs-node-gpu doesn't load: ${firstLineOf(error)}`;
    throw new BackendUnavailable(reason, REMEDY, "its NVIDIA library doesn't load, optional");
  }
  const seesGpu = (tf.findBackend("tensorflow") as TensorFlowBackend)?.isUsingGpuDevice === true;
  if (!seesGpu && !allowCpu) {
    const reason = "tfjs-node-gpu sees no GPU";
    throw new BackendUnavailable(reason, REMEDY, "no NVIDIA graphics card found");
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
