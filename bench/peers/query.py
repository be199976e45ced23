"""Python's side of bench/query.ts: embed, search and re-rank with onnxruntime and NumPy.

Folder and number of vectors. The models are ours, exported; the ids were made beforehand.
"""
import json
import os
import sys
import time

import numpy as np
import onnxruntime as ort

FOLDER, COUNT = sys.argv[1], int(sys.argv[2])
DEPTH = 20
WARM_UP = 5


def session(name):
    options = ort.SessionOptions()
    options.intra_op_num_threads = os.cpu_count()
    options.log_severity_level = 3
    return ort.InferenceSession(os.path.join(FOLDER, name, "onnx", "model.onnx"), options)


def feeds(rows):
    """Padded to the longest."""
    longest = max(len(row["inputIds"]) for row in rows)

    def padded(values):
        return np.array([value + [0] * (longest - len(value)) for value in values], dtype=np.int64)

    ids = [row["inputIds"] for row in rows]
    types = [row.get("tokenTypeIds") or [0] * len(row["inputIds"]) for row in rows]
    return {
        "input_ids": padded(ids),
        "attention_mask": padded([[1] * len(row) for row in ids]),
        "token_type_ids": padded(types),
    }


vectors = np.fromfile(os.path.join(FOLDER, "vectors.f32"), dtype=np.float32).reshape(COUNT, -1)
vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
with open(os.path.join(FOLDER, "tasks.json"), encoding="utf8") as file:
    tasks = json.load(file)
question, reranker = session("question"), session("reranker")
times = {name: [] for name in ("embed", "search", "re-rank", "all")}
found = []
for i, task in enumerate(tasks[:WARM_UP] + tasks):
    start = time.perf_counter()
    query = question.run(["sentence_embedding"], feeds([task["question"]]))[0][0]
    embedded = time.perf_counter()
    scores = vectors @ (query / np.linalg.norm(query))
    nearest = np.argpartition(-scores, DEPTH)[:DEPTH]
    searched = time.perf_counter()
    logits = reranker.run(["logits"], feeds(task["pairs"]))[0][:, 0]
    np.argsort(-logits)
    done = time.perf_counter()
    if i < WARM_UP:
        continue
    found.append(nearest.tolist())
    for name, seconds in zip(times, (embedded - start, searched - embedded, done - searched, done - start)):
        times[name].append(1000 * seconds)
version = f"onnxruntime {ort.__version__}, NumPy {np.__version__}"
print(json.dumps({"version": version, "milliseconds": times, "found": found}))
