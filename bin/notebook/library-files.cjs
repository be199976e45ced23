"use strict";
/**
 * Lets a learner edit a file of src/ and run the next cell, and see the change everywhere.
 *
 * tslab polls every file the compiler has read (thousands, with the packages' typings) and, when
 * one changes, reloads that file alone: those that import it keep the old copy. Here the files of
 * the project are looked at once before each cell, and a change reloads all of them together.
 */
const fs = require("node:fs");

/** Must be called before tslab creates its converter, whose compiler then watches through this. */
function watchLibraryFiles(root) {
  const ts = require("@tslab/typescript-for-tslab");
  const watched = new Map(); // path → { modified, listeners }

  ts.sys.watchFile = (file, listener) => {
    if (!file.startsWith(root) || file.includes("/node_modules/")) return { close() {} };
    const entry = watched.get(file) ?? { modified: modifiedTime(file), listeners: new Set() };
    entry.listeners.add(listener);
    watched.set(file, entry);
    return { close: () => entry.listeners.delete(listener) };
  };

  return {
    /** Tells the compiler which files have changed, appeared or gone since the last cell. */
    noticeChanges() {
      for (const [file, entry] of watched) {
        const modified = modifiedTime(file);
        if (modified === entry.modified) continue;
        const { Created, Changed, Deleted } = ts.FileWatcherEventKind;
        const event = modified === 0 ? Deleted : entry.modified === 0 ? Created : Changed;
        entry.modified = modified;
        for (const listener of [...entry.listeners]) listener(file, event);
      }
    },

    /** Wraps a converter so that when one file is compiled anew, all are evaluated anew. */
    refreshDependents(converter) {
      const compiled = new Map();
      return {
        ...converter,
        convert(declarations, code) {
          const result = converter.convert(declarations, code);
          if (!result.sideOutputs) return result;
          const changed = result.sideOutputs.some((output) => compiled.has(output.path));
          for (const output of result.sideOutputs) compiled.set(output.path, output);
          return changed ? { ...result, sideOutputs: [...compiled.values()] } : result;
        },
      };
    },
  };
}

function modifiedTime(file) {
  return fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

module.exports = { watchLibraryFiles };
