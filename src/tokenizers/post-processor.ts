/**
 * Which tokens stand around the sentences: [CLS] A [SEP] and [CLS] A [SEP] B [SEP].
 *
 * tokenizer.json says it as a template or, in older files, by the name BertProcessing. Segment ids
 * are 0 up to the first [SEP] and 1 after it.
 */
import { inWords } from "../core/check";
import { JsonReader } from "./json-reader";

/** The template of a pair, each part with its segment. */
const PAIR = ["cls 0", "A 0", "sep 0", "B 1", "sep 1"];
const SINGLE = ["cls 0", "A 0", "sep 0"];

/** The tokens around the sentences, and the ids that the file says they have. */
export interface Surroundings {
  cls: string;
  sep: string;
  ids: [string, unknown][];
}

/** [CLS] and [SEP] as the file spells them, or a complaint when the arrangement isn't BERT's. */
export function readPostProcessor(file: JsonReader, value: unknown): Surroundings {
  const where = "post_processor";
  const processor = file.object(value, where);
  if (file.type(processor, where, ["TemplateProcessing", "BertProcessing"]) === "BertProcessing") {
    file.only(processor, `${where}.`, ["type", "sep", "cls"]);
    const [cls, sep] = ["cls", "sep"].map((key): [string, unknown] => {
      const [token, id] = file.list(processor[key], `${where}.${key}`);
      return [file.text(token, `${where}.${key}[0]`), id];
    });
    return { cls: cls![0], sep: sep![0], ids: [cls!, sep!] };
  }
  file.only(processor, `${where}.`, ["type", "single", "pair", "special_tokens"]);
  const single = readTemplate(file, processor["single"], `${where}.single`);
  const pair = readTemplate(file, processor["pair"], `${where}.pair`);
  const [cls, , sep] = single.map((part) => part.slice(0, part.lastIndexOf(" ")));
  const expected = (template: string[]) =>
    template.map((part) => part.replace("cls", () => cls ?? "").replace("sep", () => sep ?? ""));
  if (!isEqual(single, expected(SINGLE)) || !isEqual(pair, expected(PAIR))) {
    file.fail(
      `${where} must put [CLS] A [SEP] or [CLS] A [SEP] B [SEP] together, B and the last [SEP] ` +
        `with type 1, got ${single.join(", ")} and ${pair.join(", ")}`,
    );
  }
  const special = file.object(processor["special_tokens"], `${where}.special_tokens`);
  const ids = [cls!, sep!].map((token): [string, unknown] => {
    const at = `${where}.special_tokens[${inWords(token)}]`;
    const list = file.list(file.object(special[token], at)["ids"], `${at}.ids`);
    return [token, list.length === 1 ? list[0] : undefined];
  });
  return { cls: cls!, sep: sep!, ids };
}

/** ["[CLS] 0", "A 0", "[SEP] 0"] */
function readTemplate(file: JsonReader, value: unknown, where: string): string[] {
  return file.list(value, where).map((part, i) => {
    const [[kind, content] = [], ...others] = Object.entries(file.object(part, `${where}[${i}]`));
    if ((kind !== "SpecialToken" && kind !== "Sequence") || others.length > 0) {
      return file.fail(`${where}[${i}] must be a SpecialToken or a Sequence, got ${inWords(kind)}`);
    }
    const { id, type_id: type } = file.object(content, `${where}[${i}]`);
    return `${String(id)} ${String(type)}`;
  });
}

function isEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}
