"""gensim's side of bench/vector-files.ts: act, format, file, words and numbers per word."""
import json
import logging
import resource
import sys
import time

import gensim
import numpy as np
from gensim.models import KeyedVectors

logging.disable(logging.WARNING)
act, form, file, num_words, size = sys.argv[1:]
binary = form == "binary"
if act == "write":
    vectors = KeyedVectors(int(size))
    values = np.random.default_rng(1).random((int(num_words), int(size)), dtype=np.float32) - np.float32(0.5)
    vectors.add_vectors([f"word-{i}" for i in range(int(num_words))], values)
    del values
cpu, start = time.process_time(), time.perf_counter()
if act == "write":
    vectors.save_word2vec_format(file, binary=binary)
else:
    vectors = KeyedVectors.load_word2vec_format(file, binary=binary)
seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - cpu
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
total = 0.0 if act == "write" else float(vectors.vectors.sum(dtype=np.float64))
print(
    json.dumps(
        {
            "seconds": [seconds],
            "cpuSeconds": [cpu_seconds],
            "peakBytes": peak,
            "version": f"gensim {gensim.__version__}, Python {sys.version.split()[0]}",
            "result": {"numWords": len(vectors), "sum": total},
        }
    )
)
