"""usearch's side of bench/stores.ts: file, rows, queries, columns. An HNSW graph in memory."""
import json
import os
import resource
import sys
import time

import numpy as np
import usearch
from usearch.index import Index

file, *numbers = sys.argv[1:]
rows, queries, columns = map(int, numbers)
values = np.fromfile(file, dtype=np.float32).reshape(rows + queries, columns)
documents, questions = values[:rows], values[rows:]

unit = documents / np.linalg.norm(documents, axis=1, keepdims=True)
truth = [set(np.argpartition(-(unit @ question), 10)[:10].tolist()) for question in questions]

started = time.process_time()
index = Index(ndim=columns, metric="cos", dtype="f32")
index.add(np.arange(rows), documents, threads=os.cpu_count())
fill = time.process_time() - started

seconds, cpu_seconds, found = [], [], 0
for question, true in zip(questions, truth):
    start, cpu = time.perf_counter(), time.process_time()
    keys = index.search(question, 10).keys
    seconds.append(time.perf_counter() - start)
    cpu_seconds.append(time.process_time() - cpu)
    found += len(true & set(keys.tolist()))

print(
    json.dumps(
        {
            "seconds": seconds,
            "cpuSeconds": cpu_seconds,
            "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
            "version": f"usearch {usearch.__version__}, Python {sys.version.split()[0]}",
            "result": {"fill": fill, "open": -1, "recall": found / (10 * queries)},
        }
    )
)
