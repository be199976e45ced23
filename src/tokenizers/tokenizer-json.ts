/**
 * tokenizer.json: the one file that Hugging Face's libraries read in Rust, Python and JavaScript.
 *
 * It can describe any pipeline; BERT's is
 *
 *   normalizer BertNormalizer → pre_tokenizer BertPreTokenizer → model WordPiece
 *     → post_processor [CLS] A [SEP] B [SEP] → decoder WordPiece
 *
 * Anything else is refused by name, and so is a key that isn't known: read as BERT's, it would give
 * other ids than its maker's library, and nobody would notice. `truncation` and `padding` hold
 * Python's defaults of a call; here every call says its own.
 */
import { inWords } from "../core/check";
import { AddedToken } from "./added-tokens";
import { JsonReader, type JsonObject } from "./json-reader";
import { readPostProcessor } from "./post-processor";
import {
  checkVocabulary,
  DEFAULT_SPECIAL_TOKENS,
  type SpecialTokens,
  type TokenizerConfig,
} from "./tokenizer-config";

/** @param source what messages begin with: "BertTokenizer.load: FILE" */
export function parseTokenizerJson(text: string, source: string): TokenizerConfig {
  const file = new JsonReader(source);
  const root = file.parse(text);
  file.only(root, "", [
    ...["version", "truncation", "padding", "added_tokens", "normalizer", "pre_tokenizer"],
    ...["post_processor", "decoder", "model"],
  ]);
  const version = root["version"] ?? "1.0";
  if (version !== "1.0") file.fail(`version must be "1.0", got ${inWords(version)}`);

  const model = readModel(file, root);
  const added = file
    .list(root["added_tokens"] ?? [], "added_tokens")
    .map((token, i) => readAddedToken(file, token, `added_tokens[${i}]`));
  const basic = readNormalizer(file, root);
  const preTokenizer = file.object(root["pre_tokenizer"], "pre_tokenizer");
  file.type(preTokenizer, "pre_tokenizer", ["BertPreTokenizer"]);
  const { cls, sep, ids } = readPostProcessor(file, root["post_processor"]);
  checkDecoder(file, root, model.continuingSubwordPrefix);

  const byId = new Map(model.entries.map(([entry, id]) => [id, entry]));
  const idsOutsideModel = new Set<number>();
  for (const { content, id } of added) {
    if (byId.get(id) === content) continue;
    if (byId.has(id)) {
      file.fail(`id ${id} must have one token, got ${inWords(byId.get(id))}, ${inWords(content)}`);
    }
    byId.set(id, content);
    idsOutsideModel.add(id);
  }
  const vocabulary = Array.from({ length: byId.size }, (_, id) => {
    const entry = byId.get(id);
    if (entry !== undefined) return entry;
    return file.fail(`ids must be 0 to ${byId.size - 1} without a hole, got none with id ${id}`);
  });
  for (const [token, id] of ids) {
    if (vocabulary[Number(id)] === token) continue;
    file.fail(`post_processor must give ${inWords(token)} the vocabulary's id, got ${inWords(id)}`);
  }
  const contents = new Set(added.map(({ content }) => content));
  const spelled = (usual: string, angled: string) =>
    !contents.has(usual) && contents.has(angled) ? angled : usual;
  const specialTokens: SpecialTokens = {
    pad: spelled(DEFAULT_SPECIAL_TOKENS.pad, "<pad>"),
    unk: model.unkToken,
    cls,
    sep,
    mask: spelled(DEFAULT_SPECIAL_TOKENS.mask, "<mask>"),
  };
  checkVocabulary(source, vocabulary, specialTokens);
  const { continuingSubwordPrefix, maxInputCharsPerWord } = model;
  const settings = { basic, continuingSubwordPrefix, maxInputCharsPerWord };
  return { vocabulary, specialTokens, addedTokens: added, idsOutsideModel, ...settings };
}

function readModel(file: JsonReader, root: JsonObject) {
  const model = file.object(root["model"], "model");
  // Files from before 2020 have no type here; only WordPiece has this prefix.
  if ("type" in model || !("continuing_subword_prefix" in model)) {
    file.type(model, "model", ["WordPiece"]);
  }
  file.only(model, "model.", [
    ...["type", "unk_token", "continuing_subword_prefix", "max_input_chars_per_word", "vocab"],
  ]);
  const vocab = file.object(model["vocab"], "model.vocab");
  const entries = Object.entries(vocab).map(([entry, id]): [string, number] => [
    entry,
    file.wholeNumber(id, `the id of ${inWords(entry)}`),
  ]);
  const ids = new Map<number, string>();
  for (const [entry, id] of entries) {
    const other = ids.get(id);
    if (other !== undefined) {
      file.fail(`id ${id} must have one entry, got ${inWords(other)} and ${inWords(entry)}`);
    }
    ids.set(id, entry);
  }
  return {
    entries,
    unkToken: file.text(model["unk_token"] ?? "[UNK]", "model.unk_token"),
    continuingSubwordPrefix: file.text(
      model["continuing_subword_prefix"] ?? "##",
      "model.continuing_subword_prefix",
    ),
    maxInputCharsPerWord: file.wholeNumber(
      model["max_input_chars_per_word"] ?? 100,
      "model.max_input_chars_per_word",
    ),
  };
}

function readNormalizer(file: JsonReader, root: JsonObject) {
  const normalizer = file.object(root["normalizer"], "normalizer");
  file.type(normalizer, "normalizer", ["BertNormalizer"]);
  file.only(normalizer, "normalizer.", [
    ...["type", "clean_text", "handle_chinese_chars", "strip_accents", "lowercase"],
  ]);
  const read = (name: string) => file.flag(normalizer[name] ?? true, `normalizer.${name}`);
  const lowercase = read("lowercase");
  const stripAccents = normalizer["strip_accents"] ?? lowercase;
  return {
    lowercase,
    stripAccents: file.flag(stripAccents, "normalizer.strip_accents"),
    handleChineseChars: read("handle_chinese_chars"),
    cleanText: read("clean_text"),
  };
}

function readAddedToken(file: JsonReader, value: unknown, where: string): AddedToken {
  const token = file.object(value, where);
  file.only(token, `${where}.`, [
    ...["id", "content", "single_word", "lstrip", "rstrip", "normalized", "special"],
  ]);
  const flag = (name: string) => file.flag(token[name] ?? false, `${where}.${name}`);
  const content = file.text(token["content"], `${where}.content`);
  if (content === "") file.fail(`${where}.content must not be empty, got ""`);
  if (flag("normalized")) {
    file.fail(
      `${where} (${inWords(content)}) must have normalized: false: tokens that are looked for ` +
        "after the clean-up aren't supported, got true",
    );
  }
  return {
    content,
    id: file.wholeNumber(token["id"], `${where}.id`),
    isSpecial: flag("special"),
    singleWord: flag("single_word"),
    lstrip: flag("lstrip"),
    rstrip: flag("rstrip"),
  };
}

function checkDecoder(file: JsonReader, root: JsonObject, prefix: string): void {
  if (root["decoder"] === undefined || root["decoder"] === null) return;
  const decoder = file.object(root["decoder"], "decoder");
  file.type(decoder, "decoder", ["WordPiece"]);
  file.only(decoder, "decoder.", ["type", "prefix", "cleanup"]);
  const decoderPrefix = decoder["prefix"] ?? "##";
  if (decoderPrefix !== prefix) {
    file.fail(`decoder.prefix must be the model's ${prefix}, got ${inWords(decoderPrefix)}`);
  }
}
