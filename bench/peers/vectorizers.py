"""scikit-learn's side of bench/vectorizers.ts: corpus file, kind and repetitions as arguments."""
import json
import resource
import sys
import time

import sklearn
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer


def create(kind):
    if kind == "counts":
        return CountVectorizer()
    return TfidfVectorizer(ngram_range=(1, 2) if kind == "tf-idf pairs" else (1, 1))


file, kind, repetitions = sys.argv[1:]
with open(file, encoding="utf8") as lines:
    documents = lines.read().split("\n")
seconds = []
cpu_seconds = []
for i in range(int(repetitions)):
    vectorizer = create(kind)
    cpu, start = time.process_time(), time.perf_counter()
    matrix = vectorizer.fit_transform(documents)
    seconds.append(time.perf_counter() - start)
    cpu_seconds.append(time.process_time() - cpu)
    if i == 0:
        peak_bytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        result = {
            "numNonZero": matrix.nnz,
            "numTerms": matrix.shape[1],
            "checksum": float((matrix.data * (matrix.indices % 1000)).sum()),
        }
    del matrix
version = f"scikit-learn {sklearn.__version__}, Python {sys.version.split()[0]}"
print(
    json.dumps(
        {"seconds": seconds, "cpuSeconds": cpu_seconds, "peakBytes": peak_bytes, "version": version, "result": result}
    )
)
