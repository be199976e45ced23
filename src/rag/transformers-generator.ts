/**
 * A generator from @huggingface/transformers: any of its text-generation models, from a folder on
 * this machine or from the hub.
 *
 *   const generator = await transformersGenerator("models/SmolLM2-135M-Instruct");
 *   const pipeline = new RagPipeline({ store, encoder, generator, abstainBelow: 0.4 });
 *
 * A model that was trained to chat has a template in its tokenizer and is given the prompt as a
 * user's message; any other goes on where the prompt ends. Always the likeliest token is taken, so
 * that the same prompt gives the same text.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { stat } from "node:fs/promises";
import path from "node:path";
import { assertInteger, inWords } from "../core/check";

export interface TransformersGeneratorOptions {
  /** Tokens of an answer at most. Default 96. */
  maxNewTokens?: number;
  /** Which of the model's files: "fp32", "fp16", "q8", "q4" … Default "fp32". */
  dtype?: "auto" | "fp32" | "fp16" | "q8" | "int8" | "uint8" | "q4" | "bnb4" | "q4f16";
}

/** A prompt in, a text out; dispose() when it isn't needed any more. */
export interface TransformersGenerator {
  (prompt: string): Promise<string>;
  dispose(): Promise<void>;
}

/**
 * @param folderOrHubName a folder with config.json, tokenizer.json and onnx/model.onnx, of which
 *        nothing is looked for elsewhere; or "ORGANISATION/MODEL", which is downloaded
 */
export async function transformersGenerator(
  folderOrHubName: string,
  { maxNewTokens = 96, dtype = "fp32" }: TransformersGeneratorOptions = {},
): Promise<TransformersGenerator> {
  if (typeof folderOrHubName !== "string" || folderOrHubName === "") {
    const got = inWords(folderOrHubName);
    throw new TypeError(`transformersGenerator: a folder or a name on the hub, got ${got}`);
  }
  assertInteger("transformersGenerator", { maxNewTokens }, { min: 1 });
  const model = await load(folderOrHubName, dtype);
  const isChat = Boolean((model.tokenizer as { chat_template?: unknown }).chat_template);
  const generate = async (prompt: string): Promise<string> => {
    const given = isChat ? [{ role: "user", content: prompt }] : prompt;
    const options = { max_new_tokens: maxNewTokens, do_sample: false, return_full_text: false };
    const [first] = (await model(given, options)) as unknown as [{ generated_text: Generated }];
    const text = first.generated_text;
    return (typeof text === "string" ? text : text.at(-1)!.content).trim();
  };
  return Object.assign(generate, { dispose: () => model.dispose() as Promise<void> });
}

/** The text, or the chat with the answer as its last message. */
type Generated = string | { role: string; content: string }[];

async function load(folderOrHubName: string, dtype: TransformersGeneratorOptions["dtype"]) {
  // Loaded when it is needed: it takes half a second.
  const { pipeline } = await import("@huggingface/transformers");
  const found = await stat(folderOrHubName).catch(() => undefined);
  const isFolder = found?.isDirectory() ?? false;
  const name = isFolder ? path.resolve(folderOrHubName) : folderOrHubName;
  return pipeline("text-generation", name, {
    ...(dtype !== undefined && { dtype }),
    ...{ device: "cpu", local_files_only: isFolder },
  });
}
