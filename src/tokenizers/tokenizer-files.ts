/**
 * A tokenizer's files: found, read and written.
 *
 *   vocab.txt              one entry a line, its id the line's number from 0
 *   tokenizer.json         everything; preferred where both are
 *   tokenizer_config.json  beside vocab.txt it says what the list can't: small letters or not
 *
 * Files are written whole or not at all.
 */
import { promises as fs } from "node:fs";
import path from "node:path";
import { inWords } from "../core/check";
import { JsonReader } from "./json-reader";
import { buildConfig, type BuildConfigOptions, type TokenizerConfig } from "./tokenizer-config";
import { parseTokenizerJson } from "./tokenizer-json";

/** The largest known vocabulary (of 500,000 entries, with every language) makes 30 MB of JSON. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Whose tokenizer is BERT's under another name; each may end in "Fast". */
const BERT_CLASSES = [
  ...["Bert", "DistilBert", "Electra", "MobileBert", "ConvBert", "SqueezeBert", "LayoutLM"],
  ...["DPRContextEncoder", "DPRQuestionEncoder", "DPRReader", "RetriBert", "Lxmert", "Realm"],
];

/**
 * @param fileOrFolder a folder with tokenizer.json or vocab.txt, or one of these files
 * @param options      for vocab.txt, stronger than what tokenizer_config.json says
 */
export async function readTokenizerFiles(
  caller: string,
  fileOrFolder: string,
  options: BuildConfigOptions = {},
): Promise<TokenizerConfig> {
  const file = await findFile(caller, fileOrFolder);
  const text = await readText(caller, file);
  const source = `${caller}: ${file}`;
  if (file.endsWith(".json")) {
    const [option] = Object.keys(options);
    if (option === undefined) return parseTokenizerJson(text, source);
    throw new RangeError(
      `${source} says everything itself; options are for vocab.txt, got ${inWords(option)}`,
    );
  }
  const besides = path.join(path.dirname(file), "tokenizer_config.json");
  const settings = (await exists(besides))
    ? parseTokenizerConfig(await readText(caller, besides), `${caller}: ${besides}`)
    : {};
  return buildConfig(source, parseVocabTxt(text), { ...settings, ...options });
}

/** Entries line by line; Windows' line ends aren't part of them. */
function parseVocabTxt(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line) => (line.endsWith("\r") ? line.slice(0, -1) : line));
}

/** The few settings that concern vocab.txt; there are many others, none of which changes ids. */
function parseTokenizerConfig(text: string, source: string): BuildConfigOptions {
  const file = new JsonReader(source);
  const root = file.parse(text);
  const className = root["tokenizer_class"] ?? "BertTokenizer";
  const supported = BERT_CLASSES.flatMap((name) => [`${name}Tokenizer`, `${name}TokenizerFast`]);
  if (typeof className !== "string" || !supported.includes(className)) {
    file.fail(
      `tokenizer_class ${inWords(className)} isn't supported; this tokenizer is BERT's, ` +
        "with BertTokenizer and those that equal it",
    );
  }
  const options: BuildConfigOptions = {};
  const flag = (key: string) =>
    root[key] === undefined || root[key] === null ? undefined : file.flag(root[key], key);
  const lowercase = flag("do_lower_case");
  const stripAccents = flag("strip_accents");
  const handleChineseChars = flag("tokenize_chinese_chars");
  if (lowercase !== undefined) options.lowercase = lowercase;
  if (stripAccents !== undefined) options.stripAccents = stripAccents;
  if (handleChineseChars !== undefined) options.handleChineseChars = handleChineseChars;
  for (const role of ["pad", "unk", "cls", "sep", "mask"] as const) {
    const token = root[`${role}_token`];
    if (token === undefined || token === null) continue;
    const content = typeof token === "string" ? token : file.object(token, role)["content"];
    options.specialTokens = {
      ...options.specialTokens,
      [role]: file.text(content, `${role}_token`),
    };
  }
  return options;
}

async function findFile(caller: string, fileOrFolder: string): Promise<string> {
  if (typeof fileOrFolder !== "string" || fileOrFolder === "") {
    throw new TypeError(
      `${caller}: fileOrFolder must be the path of a file or folder, got ${inWords(fileOrFolder)}`,
    );
  }
  const found = await fs.stat(fileOrFolder).catch(() => undefined);
  if (found === undefined) {
    throw new RangeError(`${caller}: there is no file or folder ${inWords(fileOrFolder)}`);
  }
  if (!found.isDirectory()) return fileOrFolder;
  for (const name of ["tokenizer.json", "vocab.txt"]) {
    const file = path.join(fileOrFolder, name);
    if (await exists(file)) return file;
  }
  throw new RangeError(
    `${caller}: the folder must have tokenizer.json or vocab.txt, got ${inWords(fileOrFolder)}`,
  );
}

async function readText(caller: string, file: string): Promise<string> {
  const { size } = await fs.stat(file);
  if (size > MAX_BYTES) {
    throw new RangeError(
      `${caller}: ${file} must be a vocabulary, of ${MAX_BYTES / 2 ** 20} MB at most, ` +
        `got ${Math.round(size / 2 ** 20)} MB`,
    );
  }
  try {
    // The decoder also takes a byte order mark away.
    return new TextDecoder("utf-8", { fatal: true }).decode(await fs.readFile(file));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new RangeError(`${caller}: ${file} must be UTF-8, got bytes that aren't`);
  }
}

async function exists(file: string): Promise<boolean> {
  return fs.stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}

/** Another process sees the old file or the new one, never a part. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    await fs.writeFile(unfinished, text);
    await fs.rename(unfinished, file);
  } catch (error) {
    await fs.rm(unfinished, { force: true });
    throw error;
  }
}
