"use strict";
/**
 * Turns positions in compiled JavaScript back into positions in the TypeScript that was written.
 *
 * tslab compiles twice (TypeScript to modern JavaScript, then modules to CommonJS) and keeps no
 * source map of either step, so its errors point at code that nobody wrote. This asks the compiler
 * for both maps and follows a position through them. It must be loaded before tslab.
 */
const path = require("node:path");
const { SourceMap } = require("node:module");
const { withOneTimer } = require("./compiler-timers.cjs");
const { shorthandProperties } = require("./shorthand-properties.cjs");

/** Where a source file's two maps are kept: by the path of its TypeScript. */
const mapsOfFile = new Map();
/** Cells have one file name in tslab; each run gets a name of its own. */
const mapsOfCell = new Map();

const CELL_SOURCE = /(^|\/)__tslab__\.ts$/;
/** tslab puts one line ("export {};") in front of each cell. */
const CELL_PREFIX_LINES = 1;
const INLINE_MAP = /\n?\/\/# sourceMappingURL=data:application\/json;base64,(\S+)\s*$/;

let lastCellMaps;

/** Replaces the compiler in the module cache by one that keeps maps, for tslab to find. */
function keepSourceMaps(root) {
  const id = require.resolve("@tslab/typescript-for-tslab", { paths: [path.join(root, "x")] });
  const ts = require(id);
  require.cache[id].exports = {
    ...ts,
    ...shorthandProperties(ts),
    createWatchCompilerHost: (rootFiles, options, ...rest) =>
      withOneTimer(
        ts.createWatchCompilerHost(rootFiles, { ...options, inlineSourceMap: true }, ...rest),
      ),
    // tslab takes a message in several parts for one of the cell, whatever file it is about.
    getPreEmitDiagnosticsOfFiles: (...args) =>
      ts.getPreEmitDiagnosticsOfFiles(...args).map((diagnostic) => ({
        ...diagnostic,
        messageText: ts.flattenDiagnosticMessageText(diagnostic.messageText, "\n"),
      })),
    transpileModule: (javascript, request) => transpileKeepingMaps(ts, javascript, request, root),
  };
}

function transpileKeepingMaps(ts, javascript, request, root) {
  const inline = INLINE_MAP.exec(javascript);
  if (!inline) return ts.transpileModule(javascript, request);

  const compilerOptions = { ...request.compilerOptions, sourceMap: true };
  const result = ts.transpileModule(javascript.slice(0, inline.index), {
    ...request,
    compilerOptions,
  });
  const first = JSON.parse(Buffer.from(inline[1], "base64").toString("utf8"));
  const maps = {
    toTypeScript: new SourceMap(first),
    toModern: new SourceMap(JSON.parse(result.sourceMapText)),
  };
  const source = first.sources[0] ?? "";
  if (CELL_SOURCE.test(source)) lastCellMaps = maps;
  else mapsOfFile.set(sourceName(source), maps);
  return { ...result, outputText: result.outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, "") };

  /** Sources are named from the folder of the output; what counts is the path from the root. */
  function sourceName(file) {
    const parts = path.normalize(file).split(path.sep);
    while (parts[0] === "..") parts.shift();
    const joined = parts.join("/");
    const fromRoot = root.split(path.sep).filter(Boolean).join("/");
    return joined.startsWith(`${fromRoot}/`) ? joined.slice(fromRoot.length + 1) : joined;
  }
}

/** The cell about to run gets the maps of the compilation just done, under its own name. */
function nameCell(name, firstLineOffset) {
  if (lastCellMaps) mapsOfCell.set(name, { ...lastCellMaps, firstLineOffset });
  lastCellMaps = undefined;
}

/**
 * @param file name of a cell, or the path of a compiled file from the root ("src/core/rng.js")
 * @returns {{ file: string, line: number, column: number } | undefined} counted from 1
 */
function typescriptPosition(file, line, column) {
  const cell = mapsOfCell.get(file);
  const typescriptFile = file.replace(/\.js$/, ".ts");
  const maps = cell ?? mapsOfFile.get(typescriptFile);
  if (!maps) return undefined;

  const generatedColumn = cell && line === 1 ? column - cell.firstLineOffset : column;
  const modern = maps.toModern.findEntry(line - 1, Math.max(0, generatedColumn - 1));
  if (modern?.originalLine === undefined) return undefined;
  const origin = maps.toTypeScript.findEntry(modern.originalLine, modern.originalColumn);
  if (origin?.originalLine === undefined) return undefined;
  return {
    file: cell ? file : typescriptFile,
    line: origin.originalLine + 1 - (cell ? CELL_PREFIX_LINES : 0),
    column: origin.originalColumn + 1,
  };
}

module.exports = { keepSourceMaps, nameCell, typescriptPosition };
