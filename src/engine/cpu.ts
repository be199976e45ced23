/**
 * The `cpu` back end: plain JavaScript. Slow, without any requirement, and the reference that the
 * other devices are compared with.
 */
import * as tf from "../core/tf";
import type { StartedBackend } from "./backend";
import { cpuName } from "./devices";
import { load } from "./load";

export async function startCpu(): Promise<StartedBackend> {
  load("@tensorflow/tfjs-backend-cpu");
  // On first use it prints five lines of advice to install another back end: not here, not now.
  (tf.findBackend("cpu") as { firstUse?: boolean }).firstUse = false;
  return { device: cpuName(), isSoftware: false, threads: 1 };
}
