"""faiss's side of bench/quantized.ts: file, rows, queries, columns, kind. On one thread."""
import os

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import json
import resource
import sys
import time

import faiss
import numpy as np

REPETITIONS = 3

file, rows, queries, columns, kind = sys.argv[1:]
rows, queries, columns = int(rows), int(queries), int(columns)
faiss.omp_set_num_threads(1)
values = np.fromfile(file, dtype=np.float32).reshape(rows + queries, columns)
values /= np.linalg.norm(values, axis=1, keepdims=True)
exact = faiss.IndexFlatIP(columns)
exact.add(values[:rows])
truth = exact.search(values[rows:], 10)[1]

asked = values[rows:]
if kind == "float32":
    index = exact
elif kind == "int8":
    index = faiss.IndexScalarQuantizer(
        columns, faiss.ScalarQuantizer.QT_8bit, faiss.METRIC_INNER_PRODUCT
    )
    index.train(values[:rows])
    index.add(values[:rows])
else:
    index = faiss.IndexBinaryFlat(columns)
    bits = np.packbits(values > 0, axis=1)
    index.add(bits[:rows])
    asked = bits[rows:]

seconds, cpu_seconds, found = [], [], 0
for _ in range(REPETITIONS):
    start, cpu = time.perf_counter(), time.process_time()
    hits = [index.search(asked[i : i + 1], 10)[1][0] for i in range(queries)]
    seconds.append((time.perf_counter() - start) / queries)
    cpu_seconds.append((time.process_time() - cpu) / queries)
    found = sum(len(np.intersect1d(hits[i], truth[i])) for i in range(queries))
print(
    json.dumps(
        {
            "seconds": seconds,
            "cpuSeconds": cpu_seconds,
            "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
            "version": f"faiss {faiss.__version__}, Python {sys.version.split()[0]}",
            "result": {"recall": found / (10 * queries)},
        }
    )
)
