"use strict";
/**
 * Reads and writes .ipynb files as Jupyter does (nbformat 4), so that a notebook saved here and
 * one saved there differ only where their contents do.
 */
const fs = require("node:fs");

/** @returns the notebook with every source and text as one string; throws if it is none */
function readNotebook(file) {
  let text;
  try {
    text = fs.readFileSync(file, "utf8");
  } catch (error) {
    throw new Error(`${file}: cannot be read (${error.code ?? error.message})`);
  }
  let notebook;
  try {
    notebook = JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: not a notebook, its JSON is broken: ${error.message}. ${REPAIR}`);
  }
  if (!Array.isArray(notebook?.cells) || notebook.nbformat !== 4) {
    const got = `nbformat ${notebook?.nbformat ?? "missing"}`;
    throw new Error(`${file}: not a notebook of format 4, got ${got}. ${REPAIR}`);
  }
  for (const [index, cell] of notebook.cells.entries()) {
    if (typeof cell?.cell_type !== "string" || cell.source === undefined) {
      throw new Error(`${file}: cell ${index + 1} has no type or no source. ${REPAIR}`);
    }
    cell.source = joined(cell.source);
  }
  return notebook;
}

const REPAIR = 'To get the version of the repository back: "git checkout -- FILE".';

/** Written whole or not at all: to a temporary file beside it, then renamed. */
function writeNotebook(file, notebook) {
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    fs.writeFileSync(temporary, serialize(notebook));
    fs.renameSync(temporary, file);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

function serialize(notebook) {
  const cells = notebook.cells.map((cell) => {
    const outputs = cell.outputs && { outputs: cell.outputs.map(outputAsLines) };
    return { ...cell, ...outputs, source: asLines(joined(cell.source)) };
  });
  return `${JSON.stringify(sortedKeys({ ...notebook, cells }), null, 1)}\n`;
}

function outputAsLines(output) {
  if (output.text !== undefined) return { ...output, text: asLines(joined(output.text)) };
  if (!output.data) return output;
  const data = Object.entries(output.data).map(([type, value]) => [
    type,
    typeof value === "string" && type.startsWith("text/") ? asLines(value) : value,
  ]);
  return { ...output, data: Object.fromEntries(data) };
}

function joined(text) {
  return Array.isArray(text) ? text.join("") : text;
}

/** Jupyter stores long texts as lines, each with its line feed, for readable differences. */
function asLines(text) {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function sortedKeys(value) {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.keys(value)
    .sort()
    .map((key) => [key, sortedKeys(value[key])]);
  return Object.fromEntries(entries);
}

module.exports = { readNotebook, writeNotebook, serialize, joined };
