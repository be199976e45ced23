"""Models of BERT's family in Python's transformers, to compare the lab's with.

Reads a list of tasks as JSON:
  {"task": "make", "family", "folder", "dtype"}        a small random checkpoint with heads, saved
                                                       under PyTorch's names, as published ones are
  {"task": "run", "kind", "folder", "batch", "out"}    loads a folder, computes everything, and
                                                       writes it as safetensors to "out"
"""
import json
import os
import sys

os.environ["TRANSFORMERS_VERBOSITY"] = "error"

import jax.numpy as jnp
import ml_dtypes
import numpy as np
import transformers as hf
from flax.traverse_util import flatten_dict, unflatten_dict
from safetensors.numpy import save_file

SIZES = dict(vocab_size=97, hidden_size=24, num_hidden_layers=4, num_attention_heads=3,
             intermediate_size=40, max_position_embeddings=30)
ROBERTA = dict(type_vocab_size=1, layer_norm_eps=1e-5, pad_token_id=1)
FAMILIES = {
    "bert": (hf.BertConfig, {}),
    "roberta": (hf.RobertaConfig, ROBERTA),
    "xlm-roberta": (hf.XLMRobertaConfig, ROBERTA),
    "albert": (hf.AlbertConfig, dict(embedding_size=8, num_hidden_groups=2)),
}
CLASSES = {
    "bert": dict(encoder=hf.FlaxBertModel, pretraining=hf.FlaxBertForPreTraining),
    "roberta": dict(encoder=hf.FlaxRobertaModel, pretraining=hf.FlaxRobertaForMaskedLM),
    "xlm-roberta": dict(encoder=hf.FlaxXLMRobertaModel, pretraining=hf.FlaxXLMRobertaForMaskedLM),
    "albert": dict(encoder=hf.FlaxAlbertModel, pretraining=hf.FlaxAlbertForPreTraining),
}
DTYPES = dict(F32=np.float32, F16=np.float16, BF16=ml_dtypes.bfloat16)


def make(family, folder, dtype="F32"):
    make_config, options = FAMILIES[family]
    config = make_config(**SIZES, **options)
    model = CLASSES[family]["pretraining"](config)
    draw = np.random.default_rng(7)
    tensors = {}
    for path, value in flatten_dict(model.params).items():
        *module, kind = path
        # No weight stays at 0 or 1: one that is not read, or read into the wrong place, must show.
        values = draw.normal(1.0 if kind == "scale" else 0.0, 0.3, value.shape)
        name = {"kernel": "weight", "embedding": "weight", "scale": "weight"}.get(kind, kind)
        values = values.T if kind == "kernel" else values
        tensors[".".join([*module, name])] = np.ascontiguousarray(values.astype(DTYPES[dtype]))
    config.save_pretrained(folder)
    save_file(tensors, os.path.join(folder, "model.safetensors"), metadata={"format": "pt"})


def run(kind, folder, batch, out):
    with open(os.path.join(folder, "config.json")) as file:
        family = json.load(file)["model_type"]
    model = CLASSES[family][kind].from_pretrained(folder, from_pt=True)
    unset = sorted(model._missing_keys)
    if unset:
        raise SystemExit(f"transformers found no weights for {unset}")
    given = {name: jnp.array(rows) for name, rows in batch.items()}
    found = model(**given, output_hidden_states=True, output_attentions=True)
    tensors = {f"hidden/{i}": value for i, value in enumerate(found.hidden_states)}
    tensors |= {f"attention/{i}": value for i, value in enumerate(found.attentions)}
    names = dict(pooled="pooler_output", mlm="prediction_logits", nsp="seq_relationship_logits")
    for name, key in names.items():
        if key in found:
            tensors[name] = found[key]
    if kind == "pretraining":
        tensors["mlm"] = found.get("prediction_logits", found.get("logits"))
        if "sop_logits" in found:
            tensors["nsp"] = found["sop_logits"]
    save_file({name: np.asarray(value, np.float32) for name, value in tensors.items()}, out)


for task in json.load(sys.stdin):
    {"make": make, "run": run}[task.pop("task")](**task)
