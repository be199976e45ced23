"""Trains gensim on a text for bench/word-vectors-quality.ts: text file, kind, seed, epochs, output."""
import sys

from gensim.models import FastText, Word2Vec

KINDS = {
    "skip-gram": (Word2Vec, {"sg": 1}),
    "CBOW": (Word2Vec, {"sg": 0}),
    "skip-gram, hierarchical softmax": (Word2Vec, {"sg": 1, "hs": 1, "negative": 0}),
    "fastText skip-gram": (FastText, {"sg": 1}),
    "fastText CBOW": (FastText, {"sg": 0}),
}

file, kind, seed, epochs, output = sys.argv[1:]
Model, options = KINDS[kind]
with open(file, encoding="utf8") as lines:
    sentences = [line.split() for line in lines]
model = Model(sentences, vector_size=100, workers=1, seed=int(seed), epochs=int(epochs), **options)
model.wv.save_word2vec_format(output, binary=True)
