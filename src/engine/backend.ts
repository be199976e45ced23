/**
 * What every device of the lab says of itself once it runs, and how it says that it can't.
 */

/** From the fastest to the one that always works; startLab's "auto" tries them in this order. */
export const BACKENDS = ["tensorflow", "webgpu", "wasm", "cpu"] as const;

export type Backend = (typeof BACKENDS)[number];

/** A back end that is up and registered with TensorFlow.js. */
export interface StartedBackend {
  /** The device that really computes, by its own name: "NVIDIA H200", "Intel Xeon …". */
  device: string;
  /** True for a GPU that a CPU imitates: right results, slowly. */
  isSoftware: boolean;
  /** How many CPU threads share one operation; 1 where the CPU isn't what computes. */
  threads: number;
  /** What a reader should know besides, such as why there is one thread only. */
  note?: string;
  /** What the device has failed with since; undefined while it hasn't. Default: it can't. */
  failure?: () => string | undefined;
}

/** This machine can't offer the back end; the message says why, in half a sentence. */
export class BackendUnavailable extends Error {
  override readonly name = "BackendUnavailable";

  /**
   * @param remedy what the reader can do about it, a whole sentence
   * @param inPlainWords the reason in a few words, for a reader who need not do anything about it
   */
  constructor(
    reason: string,
    readonly remedy: string,
    readonly inPlainWords: string,
  ) {
    super(reason);
  }
}

/** Add-ons that fail to load say so on many lines; the first one names the cause. */
export function firstLineOf(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split("\n")[0]!;
}
