"use strict";
/**
 * What went wrong in a cell, in the form that Jupyter shows: a name, a message, and a traceback
 * that points at lines of TypeScript, in the cell or in src/.
 */
const path = require("node:path");
const util = require("node:util");
const { typescriptPosition } = require("./typescript-positions.cjs");

const FRAME = /^\s+at (?:(?<where>.+?) \()?(?<file>[^()]+?):(?<line>\d+):(?<column>\d+)\)?$/;
const MAX_FRAMES = 12;
const RED = "\u001b[31m";
const CYAN = "\u001b[36m";
const PLAIN = "\u001b[0m";

/**
 * @param diagnostics {{ fileName: string, line: number, column: number, text: string }[]}
 * @param code the cell's text
 */
function compileError(diagnostics, code) {
  const traceback = [];
  for (const { fileName, line, column, text } of diagnostics) {
    const place = fileName ? `${fileName}, line ${line}` : `this cell, line ${line}`;
    traceback.push(`${RED}TypeScript${PLAIN}: ${place}, column ${column}: ${text}`);
    if (!fileName) traceback.push(...codeFrame(code, line, column));
  }
  const { fileName, line, column, text } = diagnostics[0];
  const evalue = `${fileName ? `${fileName} ` : ""}${line}:${column} - ${text}`;
  return { ename: "TypeScript", evalue, traceback: firstLines(traceback, 40) };
}

/**
 * @param thrown whatever the cell threw
 * @param cell {{ name: string, code: string }} the cell that was running
 * @param root the repository's folder: paths are shown from there
 */
function runtimeError(thrown, cell, root) {
  if (!(thrown instanceof Error)) {
    const evalue = typeof thrown === "string" ? thrown : util.inspect(thrown);
    return { ename: "Thrown", evalue, traceback: [`${RED}Thrown${PLAIN}: ${evalue}`] };
  }
  const ename = thrown.name || "Error";
  const evalue = thrown.message;
  const frames = typescriptFrames(thrown.stack ?? "", root);
  const traceback = [`${RED}${ename}${PLAIN}: ${evalue}`];
  for (const frame of frames.slice(0, MAX_FRAMES)) traceback.push(frame.text);
  const inCell = frames.find((frame) => frame.file === cell.name);
  if (inCell) traceback.push(...codeFrame(cell.code, inCell.line, inCell.column));
  if (thrown.cause !== undefined) traceback.push(`caused by: ${inOneLine(thrown.cause)}`);
  return { ename, evalue, traceback: firstLines(traceback, 60) };
}

function inOneLine(cause) {
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : util.inspect(cause);
}

/** The frames a learner can act on: cells, src/, and packages by name; not the machinery. */
function typescriptFrames(stack, root) {
  const frames = [];
  for (const line of stack.split("\n")) {
    const match = FRAME.exec(line);
    if (!match) continue;
    const { where, file } = match.groups;
    if (file.startsWith("node:") || /node_modules\/tslab\/|\/bin\/notebook\//.test(file)) continue;
    const shown = path.isAbsolute(file) ? path.relative(root, file) : file;
    const generated = { file: shown, line: +match.groups.line, column: +match.groups.column };
    const position = typescriptPosition(shown, generated.line, generated.column) ?? generated;
    const name = where?.replace(/^(async )?(Proxy|Object)\./, "");
    const named = name && !/^(eval|<anonymous>|exports)$/.test(name) ? ` in ${name}` : "";
    const text = `    at ${CYAN}${position.file}${PLAIN}:${position.line}:${position.column}${named}`;
    frames.push({ ...position, text });
    // Below the first frame at the top of a cell there is only what started the cell.
    if (!named && /^cell \d+$/.test(position.file) && !/\.map|\.forEach/.test(line)) break;
  }
  return frames;
}

/** The line in question with its neighbours, an arrow before it and a caret under the column. */
function codeFrame(code, line, column) {
  const lines = code.trimEnd().split("\n");
  if (line < 1 || line > lines.length) return [];
  const frame = [""];
  for (let n = Math.max(1, line - 2); n <= Math.min(lines.length, line + 1); n++) {
    frame.push(`${n === line ? "---->" : "     "} ${String(n).padStart(3)} | ${lines[n - 1]}`);
    if (n === line) frame.push(`${" ".repeat(10)}| ${" ".repeat(Math.max(0, column - 1))}^`);
  }
  return frame;
}

function firstLines(lines, count) {
  const flat = lines.flatMap((line) => line.split("\n"));
  return flat.length <= count ? flat : [...flat.slice(0, count), `… ${flat.length - count} more`];
}

/** The error without its colours, for terminals and logs that show none. */
function plainText(error) {
  return error.traceback.join("\n").replace(/\u001b\[\d+m/g, "");
}

module.exports = { compileError, runtimeError, plainText };
