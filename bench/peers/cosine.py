"""NumPy's side of bench/cosine.ts: file, rows, columns, kind, repetitions. On one thread."""
import os

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1", MKL_NUM_THREADS="1")

import json
import resource
import sys
import time

import numpy as np

BLOCK = 1000

file, rows, columns, kind, repetitions = sys.argv[1:]
points = np.fromfile(file, dtype=np.float32).reshape(int(rows), int(columns))


def unit_rows():
    return points / np.linalg.norm(points, axis=1, keepdims=True)


def all_pairs():
    """Every row against every row, as most people write it."""
    unit = unit_rows()
    best = -2.0
    for top in range(0, len(unit), BLOCK):
        scores = unit[top : top + BLOCK] @ unit.T
        here = np.arange(len(scores))
        scores[here, top + here] = -2
        best = max(best, scores.max(axis=1).max())
        scores.argmax(axis=1)
    return best


def upper_triangle():
    """Each pair once, as ours does it."""
    unit = unit_rows()
    best = -2.0
    for top in range(0, len(unit), BLOCK):
        scores = unit[top : top + BLOCK] @ unit[top:].T
        height = len(scores)
        scores[:, :height][np.tril_indices(height)] = -2
        best = max(best, scores.max(axis=1).max())
    return best


def search():
    """The ten nearest of all rows, for a hundred queries one by one."""
    unit = unit_rows()
    index = []
    start, cpu = time.perf_counter(), time.process_time()
    for query in unit[:100]:
        scores = unit @ query
        nearest = np.argpartition(-scores, 10)[:10]
        index.append(nearest[np.argsort(-scores[nearest])])
    times = time.perf_counter() - start, time.process_time() - cpu
    return float(sum(map(np.sum, index))), times


seconds, cpu_seconds, result = [], [], 0.0
for _ in range(int(repetitions)):
    start, cpu = time.perf_counter(), time.process_time()
    if kind == "search":
        result, (took, used) = search()
        seconds.append(took / 100)
        cpu_seconds.append(used / 100)
        continue
    result = float(all_pairs() if kind == "all pairs" else upper_triangle())
    seconds.append(time.perf_counter() - start)
    cpu_seconds.append(time.process_time() - cpu)
print(
    json.dumps(
        {
            "seconds": seconds,
            "cpuSeconds": cpu_seconds,
            "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
            "version": f"NumPy {np.__version__}, Python {sys.version.split()[0]}",
            "result": {"found": result},
        }
    )
)
