"""sentence-transformers' side of sentence-encoder.test.ts: a job as JSON in, the answer out.

  {"folder", "sentences"}   opens the folder as a SentenceTransformer: its vectors, and what it prints
  {"folder", "pairs"}       as a CrossEncoder: its scores
  {"make", "base"}          saves a SentenceTransformer with a dense layer on the model in "base"
"""
import json
import sys

import torch
from sentence_transformers import CrossEncoder, SentenceTransformer, models

job = json.load(sys.stdin)
if "make" in job:
    torch.manual_seed(1)
    base = SentenceTransformer(job["base"], device="cpu")
    modes = dict(pooling_mode_cls_token=True, pooling_mode_max_tokens=True)
    width = base.get_sentence_embedding_dimension()
    pooling = models.Pooling(width, pooling_mode_mean_tokens=False, **modes)
    dense = models.Dense(pooling.get_sentence_embedding_dimension(), 24)
    model = SentenceTransformer(modules=[base[0], pooling, dense, models.Normalize()], device="cpu")
    model.save(job["make"])
    answer = None
elif "pairs" in job:
    model = CrossEncoder(job["folder"], device="cpu")
    answer = {"scores": model.predict([tuple(pair) for pair in job["pairs"]]).tolist()}
else:
    model = SentenceTransformer(job["folder"], device="cpu")
    answer = {"vectors": model.encode(job["sentences"]).tolist(), "printed": str(model)}
json.dump(answer, sys.stdout)
