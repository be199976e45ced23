/**
 * How much one document may cost. A file of a few kilobytes can unpack into gigabytes; whatever
 * goes beyond these is refused, and the rest of the folder is read.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { assertPositive } from "../core/check";

export interface ReadLimits {
  /** Size of the file. Default 20 MB. */
  maxBytes?: number;
  /** Of a PDF. Default 2,000. */
  maxPages?: number;
  /** Of text, once it is read. Default 20 million. */
  maxCharacters?: number;
  /** Seconds of computing, however busy the machine is. Default 30. */
  maxSeconds?: number;
  /** Memory of the process that parses, in MB. Default 512; below 128 it can't even begin. */
  maxMemory?: number;
}

const DEFAULTS: Required<ReadLimits> = {
  maxBytes: 20e6,
  maxPages: 2000,
  maxCharacters: 20e6,
  maxSeconds: 30,
  maxMemory: 512,
};

export function checkLimits(caller: string, limits: ReadLimits = {}): Required<ReadLimits> {
  const all = { ...DEFAULTS, ...limits };
  assertPositive(caller, { ...all });
  return all;
}
