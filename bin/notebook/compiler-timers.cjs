"use strict";
/**
 * Keeps the compiler calm when files appear or vanish in src/ while a notebook is open.
 *
 * TypeScript then starts a second timer ("forget imports that were not found") beside the one for
 * recompiling; tslab 1.0.22 can hold one only, and the next cell failed inside the compiler with
 * "Unexpected pending rebuildTimer". What the second timer would do takes no time, so it is done at
 * once and needs no timer.
 */
const FORGET_FAILED_IMPORTS = "invalidateResolutionsOfFailedLookup";

/** @param host of ts.createWatchCompilerHost; changed and returned */
function withOneTimer(host) {
  const setTimer = host.setTimeout;
  host.setTimeout = (callback, ...rest) =>
    callback.name === FORGET_FAILED_IMPORTS ? void callback() : setTimer(callback, ...rest);
  return host;
}

module.exports = { withOneTimer };
