"""umap-learn's side of bench/umap.ts: file, how many points, how, how many seeds."""
import json
import resource
import sys
import time
import warnings

import numpy as np
import umap
from sklearn.neighbors import NearestNeighbors

warnings.filterwarnings("ignore")
NUM_NEIGHBORS = 15
NUM_EPOCHS = 500


def neighbours(points):
    finder = NearestNeighbors(n_neighbors=NUM_NEIGHBORS - 1).fit(points)
    return finder.kneighbors(return_distance=False)


file, size, kind, num_seeds = sys.argv[1:]
points = np.fromfile(file, dtype=np.float32).reshape(int(size), -1)
options = {"n_neighbors": NUM_NEIGHBORS, "n_epochs": NUM_EPOCHS}


def draw(points, seed, **more):
    seeded = {"random_state": seed} if kind == "seeded" else {}
    return umap.UMAP(**{**options, **seeded, **more}).fit_transform(points)


draw(points[:300], 1)  # numba compiles at the first use
if int(size) >= 4096:
    # From here on it takes other code, for approximate neighbours, which is compiled as well.
    draw(points[:4500], 1, n_epochs=1)
seconds, cpu_seconds, kept = [], [], []
truth = neighbours(points)
for seed in range(1, int(num_seeds) + 1):
    cpu, start = time.process_time(), time.perf_counter()
    places = draw(points, seed)
    seconds.append(time.perf_counter() - start)
    cpu_seconds.append(time.process_time() - cpu)
    pairs = zip(truth, neighbours(places))
    shares = [len(set(true) & set(shown)) for true, shown in pairs]
    kept.append(np.mean(shares) / (NUM_NEIGHBORS - 1))
print(
    json.dumps(
        {
            "seconds": seconds,
            "cpuSeconds": cpu_seconds,
            "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
            "version": f"umap-learn {umap.__version__}, Python {sys.version.split()[0]}",
            "result": {"kept": float(np.mean(kept))},
        }
    )
)
