/**
 * Keeps a GPU that has failed from giving out wrong numbers.
 *
 * WebGPU reports errors (no memory, a buffer above the limit, a refused shader, a lost device) on
 * the side, while the call that caused them returns. TensorFlow.js 4.22 doesn't listen: it goes on
 * and reads whatever lies in memory. So buffers are measured before they are made, and once the
 * device has reported an error nothing more is read from it; startLab starts it anew.
 */
import type * as tf from "../core/tf";

/** The part of a WebGPU device that the guard listens to. */
export interface GuardedDevice {
  readonly lost: Promise<{ reason: string; message: string }>;
  readonly limits: { readonly maxBufferSize: number; readonly maxStorageBufferBindingSize: number };
  onuncapturederror: ((event: UncapturedError) => void) | null;
}

interface UncapturedError {
  readonly error: { readonly message: string };
  preventDefault(): void;
}

/** What is used of TensorFlow.js's WebGPU back end. */
interface GuardedBackend extends tf.KernelBackend {
  bufferManager: { acquireBuffer(size: number, ...rest: unknown[]): object };
  tensorMap: { get(dataId: object): { values?: unknown } | undefined };
}

/** @returns says what the device has failed with, or undefined while it hasn't */
export function guardBackend(
  backend: tf.KernelBackend,
  device: GuardedDevice,
): () => string | undefined {
  const guarded = backend as GuardedBackend;
  let failure: string | undefined;
  device.onuncapturederror = (event) => {
    failure ??= `the GPU refused an operation: ${firstSentence(event.error.message)}`;
    event.preventDefault(); // else Dawn prints it, and every error that follows from it
  };
  void device.lost.then(({ reason, message }) => {
    failure = `the GPU was lost (${firstSentence(message) || reason})`;
  });

  const limit = Math.min(device.limits.maxBufferSize, device.limits.maxStorageBufferBindingSize);
  const { bufferManager } = guarded;
  const acquire = bufferManager.acquireBuffer.bind(bufferManager);
  bufferManager.acquireBuffer = (size, ...rest) => {
    if (size > limit) {
      throw new RangeError(
        `webgpu: a tensor of ${inMegabytes(size)} doesn't fit: this GPU takes at most ` +
          `${inMegabytes(limit)} at a time. Use smaller batches, or startLab({ backend: "wasm" })`,
      );
    }
    return acquire(size, ...rest);
  };

  const read = guarded.read.bind(guarded);
  guarded.read = async (dataId) => {
    // What is still on this side of the GPU can be trusted.
    const isHere = Boolean(guarded.tensorMap.get(dataId)?.values);
    let values: tf.BackendValues | undefined;
    let error: unknown;
    try {
      values = await read(dataId);
    } catch (reason) {
      error = reason;
    }
    if (isHere) return values!;
    // Errors are told in a turn of their own, which may come after the values.
    await new Promise((resolve) => setImmediate(resolve));
    if (failure !== undefined) {
      throw new Error(
        `webgpu: ${failure}. What it computed can't be trusted. Call startLab() to start it anew ` +
          "(its tensors are gone), with smaller batches if its memory was full",
        { cause: error },
      );
    }
    if (error !== undefined) throw error;
    return values!;
  };
  return () => failure;
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20).toLocaleString("en")} MB`;
}

function firstSentence(message: string): string {
  return message.split("\n")[0]!.trim().replace(/\.$/, "");
}
