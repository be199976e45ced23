/**
 * A tokenizer written so that others can open it: vocab.txt for Python's BertTokenizer,
 * tokenizer.json for the Rust library behind transformers and for transformers.js, and
 * tokenizer_config.json, which both ask for what they need besides.
 */
import { promises as fs } from "node:fs";
import path from "node:path";
import { inWords } from "../core/check";
import { TokenizerConfig } from "./tokenizer-config";
import { writeWhole } from "./tokenizer-files";

/** Writes the three files; the folder is made when it isn't there. */
export async function saveTokenizer(folder: string, config: TokenizerConfig): Promise<void> {
  const caller = "BertTokenizer.save";
  if (typeof folder !== "string" || folder === "") {
    throw new TypeError(`${caller}: folder must be a path, got ${inWords(folder)}`);
  }
  const { vocabulary } = config;
  const broken = vocabulary.findIndex((entry) => /[\r\n]/.test(entry));
  if (broken >= 0) {
    throw new RangeError(
      `${caller}: vocab.txt can't hold an entry with a line break, ` +
        `got ${inWords(vocabulary[broken])}`,
    );
  }
  await fs.mkdir(folder, { recursive: true });
  const write = (name: string, text: string) => writeWhole(path.join(folder, name), text);
  await write("vocab.txt", vocabulary.map((entry) => `${entry}\n`).join(""));
  await write("tokenizer_config.json", `${JSON.stringify(tokenizerConfig(config), null, 2)}\n`);
  await write("tokenizer.json", `${JSON.stringify(tokenizerJson(config), null, 2)}\n`);
}

function tokenizerJson(config: TokenizerConfig): object {
  const { vocabulary, basic, specialTokens, addedTokens, idsOutsideModel } = config;
  const { cls, sep } = specialTokens;
  const idOf = (token: string) => vocabulary.indexOf(token);
  const special = (id: string, type_id: number) => ({ SpecialToken: { id, type_id } });
  const sequence = (id: string, type_id: number) => ({ Sequence: { id, type_id } });
  const single = [special(cls, 0), sequence("A", 0), special(sep, 0)];
  const around = (token: string) => ({ id: token, ids: [idOf(token)], tokens: [token] });
  return {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: [...addedTokens]
      .sort((a, b) => a.id - b.id)
      .map(({ id, content, singleWord, lstrip, rstrip, isSpecial }) => ({
        ...{ id, content, single_word: singleWord, lstrip, rstrip },
        ...{ normalized: false, special: isSpecial },
      })),
    normalizer: {
      type: "BertNormalizer",
      clean_text: basic.cleanText ?? true,
      handle_chinese_chars: basic.handleChineseChars ?? true,
      strip_accents: basic.stripAccents ?? null,
      lowercase: basic.lowercase ?? true,
    },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: {
      type: "TemplateProcessing",
      single,
      pair: [...single, sequence("B", 1), special(sep, 1)],
      special_tokens: Object.fromEntries([cls, sep].map((token) => [token, around(token)])),
    },
    decoder: { type: "WordPiece", prefix: config.continuingSubwordPrefix, cleanup: true },
    model: {
      type: "WordPiece",
      unk_token: specialTokens.unk,
      continuing_subword_prefix: config.continuingSubwordPrefix,
      max_input_chars_per_word: config.maxInputCharsPerWord,
      vocab: Object.fromEntries(
        vocabulary.flatMap((entry, id) => (idsOutsideModel.has(id) ? [] : [[entry, id]])),
      ),
    },
  };
}

function tokenizerConfig({ basic, specialTokens }: TokenizerConfig): object {
  const { lowercase = true, stripAccents = null, handleChineseChars = true } = basic;
  return {
    tokenizer_class: "BertTokenizer",
    do_lower_case: lowercase,
    strip_accents: stripAccents,
    tokenize_chinese_chars: handleChineseChars,
    ...Object.fromEntries(
      Object.entries(specialTokens).map(([role, token]) => [`${role}_token`, token]),
    ),
    model_max_length: 512,
  };
}
