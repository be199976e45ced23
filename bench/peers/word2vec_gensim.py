"""gensim's side of bench/word-vectors.ts: corpus file, kind, workers and repetitions as arguments."""
import json
import re
import resource
import sys
import time

import gensim
from gensim.models import FastText, Word2Vec

KINDS = {
    "skip-gram": (Word2Vec, {"sg": 1}),
    "CBOW": (Word2Vec, {"sg": 0}),
    "fastText skip-gram": (FastText, {"sg": 1, "min_n": 3, "max_n": 6, "bucket": 2000000}),
    "fastText CBOW": (FastText, {"sg": 0, "min_n": 3, "max_n": 6, "bucket": 2000000}),
}


def build_sentences(file):
    with open(file, encoding="utf8") as lines:
        return [re.findall(r"\w\w+", sentence) for line in lines for sentence in line.lower().split(".") if sentence.strip()]


file, kind, workers, repetitions = sys.argv[1:]
Model, options = KINDS[kind]
sentences = build_sentences(file)
seconds = []
cpu_seconds = []
training_seconds = []
for i in range(int(repetitions)):
    cpu, start = time.process_time(), time.perf_counter()
    model = Model(vector_size=100, window=5, negative=5, min_count=5, sample=1e-3, seed=1, workers=int(workers), **options)
    model.build_vocab(sentences)
    middle = time.perf_counter()
    model.train(sentences, total_examples=model.corpus_count, epochs=1)
    seconds.append(time.perf_counter() - start)
    training_seconds.append(time.perf_counter() - middle)
    cpu_seconds.append(time.process_time() - cpu)
    if i == 0:
        peak_bytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
        result = {"numWords": model.corpus_total_words, "vocabSize": len(model.wv)}
    del model
version = f"gensim {gensim.__version__}, Python {sys.version.split()[0]}"
print(
    json.dumps(
        {
            "seconds": seconds,
            "cpuSeconds": cpu_seconds,
            "trainingSeconds": training_seconds,
            "peakBytes": peak_bytes,
            "version": version,
            "result": result,
        }
    )
)
