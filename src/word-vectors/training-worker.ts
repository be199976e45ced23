/**
 * What a training thread runs. It is a string because a thread must start from plain JavaScript
 * that needs no file: in the notebook kernel, under tsx and in plain Node alike.
 *
 * A worker takes the number of the next piece from a shared counter, copies its words into its part
 * of the kernel's memory and has the kernel train on them, until no piece is left or it is told to
 * stop.
 */

/** Entries of the shared control words. */
export const CONTROL = { nextPiece: 0, stop: 1 };

/** Entries of each worker's eight numbers. */
export const WORKER_STATISTICS = { words: 0, loss: 1, predictions: 2 };

export const WORKER_CODE = `"use strict";
const { parentPort, workerData } = require("node:worker_threads");
const { module, memory, settings, number, control, statistics, pieces, epochs } = workerData;
const kernel = new WebAssembly.Instance(module, {
  env: { memory, abort() { throw new Error("the kernel gave up"); } },
}).exports;
kernel.configure(...settings);
const text = workerData.words;
const endOf = (sentence) => (sentence === 0 ? 0 : workerData.ends[sentence - 1]);
const words = new Uint32Array(memory.buffer, workerData.scratchWords);
const ends = new Uint32Array(memory.buffer, workerData.scratchEnds);
const numPieces = pieces.length - 1;
while (Atomics.load(control, ${CONTROL.stop}) === 0) {
  const next = Atomics.add(control, ${CONTROL.nextPiece}, 1);
  if (next >= numPieces * epochs) break;
  const [first, last] = [pieces[next % numPieces], pieces[(next % numPieces) + 1]];
  const [start, end] = [endOf(first), endOf(last)];
  words.set(text.subarray(start, end));
  for (let sentence = first; sentence < last; sentence++) {
    ends[sentence - first] = endOf(sentence + 1) - start;
  }
  const wordsBefore = Math.floor(next / numPieces) * text.length + start;
  kernel.train(words.byteOffset, ends.byteOffset, last - first, wordsBefore);
  statistics[8 * number + ${WORKER_STATISTICS.loss}] += kernel.takeLoss();
  statistics[8 * number + ${WORKER_STATISTICS.predictions}] += kernel.takePredictions();
  statistics[8 * number + ${WORKER_STATISTICS.words}] += end - start;
}
parentPort.postMessage("done");
`;
