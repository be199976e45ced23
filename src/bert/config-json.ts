/**
 * config.json as Hugging Face's libraries write it, read into a BertConfig and written from one.
 *
 * Every key of the file falls under one rule:
 *
 *   used         a size or switch of the model: checked by bertConfig
 *   fixed        would change what is computed: must have the value this code computes
 *   set aside    bookkeeping, or for another program (tokenizers, generation, training)
 *   unknown      refused: it could mean that the numbers would be wrong. Whoever knows better
 *                names it in ignoreKeys
 *
 * Lesson: notebooks/05-bert-encoder.ipynb
 */
import { inWords } from "../core/check";
import { bertConfig, type BertConfig, type BertModelType } from "./config";

export interface ReadConfigOptions {
  /** Unknown keys that are known to change nothing. Default none. */
  ignoreKeys?: readonly string[];
}

const USED: Readonly<Record<string, keyof BertConfig>> = {
  vocab_size: "vocabSize",
  hidden_size: "hiddenSize",
  num_hidden_layers: "numHiddenLayers",
  num_attention_heads: "numAttentionHeads",
  intermediate_size: "intermediateSize",
  hidden_act: "hiddenAct",
  hidden_dropout_prob: "hiddenDropoutProb",
  attention_probs_dropout_prob: "attentionProbsDropoutProb",
  max_position_embeddings: "maxPositionEmbeddings",
  type_vocab_size: "typeVocabSize",
  initializer_range: "initializerRange",
  layer_norm_eps: "layerNormEps",
  pad_token_id: "padTokenId",
};

const USED_BY_ALBERT: Readonly<Record<string, keyof BertConfig>> = {
  embedding_size: "embeddingSize",
  num_hidden_groups: "numHiddenGroups",
};

/** Its library has no causal ALBERT: there the key must have its fixed value. */
const USED_BY_OTHERS: Readonly<Record<string, keyof BertConfig>> = { is_decoder: "isDecoder" };

/** Without these a file says too little; the other keys have their family's defaults. */
const REQUIRED = ["model_type", "vocab_size", "hidden_size", "num_hidden_layers"].concat([
  "num_attention_heads",
  "intermediate_size",
  "max_position_embeddings",
]);

const FIXED: Readonly<Record<string, unknown>> = {
  position_embedding_type: "absolute",
  ...{ is_decoder: false, is_encoder_decoder: false, add_cross_attention: false },
  pruned_heads: {},
  // ALBERT's: one layer in each group, and experiments that no published model uses.
  ...{ inner_group_num: 1, net_structure_type: 0, num_memory_blocks: 0 },
  ...{ gap_size: 0, down_scale_factor: 1 },
};

const SET_ASIDE = new Set(
  [
    "architectures transformers_version torch_dtype dtype use_cache gradient_checkpointing",
    "bos_token_id eos_token_id sep_token_id cls_token_id mask_token_id decoder_start_token_id",
    "id2label label2id num_labels problem_type finetuning_task task_specific_params language",
    "output_attentions output_hidden_states output_past return_dict torchscript use_bfloat16",
    "classifier_dropout classifier_dropout_prob chunk_size_feed_forward xla_device prefix",
    "tokenizer_class tie_word_embeddings tie_encoder_decoder cross_attention_hidden_size",
    "directionality pooler_fc_size pooler_num_attention_heads pooler_num_fc_layers",
    "pooler_size_per_head pooler_type model_max_length tf_legacy_loss sentence_transformers",
    "max_length min_length do_sample early_stopping num_beams num_beam_groups temperature",
    "diversity_penalty top_k top_p typical_p repetition_penalty length_penalty",
    "no_repeat_ngram_size encoder_no_repeat_ngram_size bad_words_ids num_return_sequences",
    "output_scores return_dict_in_generate forced_bos_token_id forced_eos_token_id",
    "remove_invalid_values exponential_decay_length_penalty suppress_tokens",
    "begin_suppress_tokens",
  ].flatMap((line) => line.split(" ")),
);

/** What each family's library assumes where the file is silent. */
const FAMILIES: Readonly<Record<BertModelType, Partial<BertConfig>>> = {
  bert: {},
  roberta: { padTokenId: 1 },
  "xlm-roberta": { padTokenId: 1 },
  albert: {
    ...{ embeddingSize: 128, numHiddenGroups: 1, hiddenAct: "gelu_new" },
    ...{ hiddenDropoutProb: 0, attentionProbsDropoutProb: 0 },
  },
};

/**
 * @param json what JSON.parse made of the file
 * @throws RangeError naming a key that is missing, unknown or has a value that isn't supported
 */
export function readBertConfig(
  json: unknown,
  { ignoreKeys = [] }: ReadConfigOptions = {},
): BertConfig {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw new TypeError(`readBertConfig: config must be an object, got ${inWords(json)}`);
  }
  const given = new Map<string, unknown>(Object.entries(json));
  const missing = REQUIRED.find((key) => given.get(key) === undefined);
  if (missing !== undefined) throw new RangeError(`readBertConfig: ${missing} is missing`);
  const modelType = given.get("model_type") as BertModelType;
  if (!Object.prototype.hasOwnProperty.call(FAMILIES, modelType)) {
    throw new RangeError(
      `readBertConfig: model_type must be one of BERT's family ` +
        `(${Object.keys(FAMILIES).join(", ")}), got ${inWords(modelType)}`,
    );
  }
  const used = usedBy(modelType);
  const options: Record<string, unknown> = { ...FAMILIES[modelType], modelType };
  for (const [key, value] of given) {
    const option = used.get(key);
    if (option === undefined) checkOther(key, value, ignoreKeys);
    else if (value !== null && value !== undefined) options[option] = value;
  }
  // The types of the values are checked there: a string is no whole number above 0.
  return bertConfig(options as Partial<BertConfig>);
}

/** The file's contents, for other programs to read. */
export function writeBertConfig(config: BertConfig, architecture: string): Record<string, unknown> {
  const json: Record<string, unknown> = {
    architectures: [architecture],
    model_type: config.modelType,
  };
  for (const [key, option] of usedBy(config.modelType)) json[key] = config[option];
  if (config.modelType === "albert") json["inner_group_num"] = 1;
  else json["position_embedding_type"] = "absolute";
  return { ...json, tie_word_embeddings: true };
}

function usedBy(modelType: BertModelType): Map<string, keyof BertConfig> {
  const more = modelType === "albert" ? USED_BY_ALBERT : USED_BY_OTHERS;
  return new Map(Object.entries({ ...USED, ...more }));
}

function checkOther(key: string, value: unknown, ignoreKeys: readonly string[]): void {
  // A leading underscore is the library's mark for its own notes.
  if (key === "model_type" || key.startsWith("_")) return;
  if (SET_ASIDE.has(key) || ignoreKeys.includes(key)) return;
  if (Object.prototype.hasOwnProperty.call(FIXED, key)) {
    const expected = JSON.stringify(FIXED[key]);
    if (value === null || JSON.stringify(value) === expected) return;
    throw new RangeError(
      `readBertConfig: ${key} must be ${expected}, the only kind this code computes, ` +
        `got ${JSON.stringify(value)?.slice(0, 60)}`,
    );
  }
  throw new RangeError(
    `readBertConfig: unknown key ${inWords(key)}; if it changes nothing in what the model ` +
      "computes, name it in ignoreKeys",
  );
}
