"""gensim's side of word-vectors.test.ts: usage: word_vectors.py check|write FOLDER

check   reads the files that our writers left in FOLDER and prints what gensim found, as JSON
write   trains a small model, writes it in each format into FOLDER, and prints its vectors
"""

import json
import sys

import numpy as np
from gensim.models import FastText, KeyedVectors
from gensim.models.fasttext import load_facebook_model, load_facebook_vectors, save_facebook_model

UNSEEN = ["straßen", "x", "unseen", "東京都"]


def as_lists(vectors, words):
    return {word: [float(x) for x in vectors[word]] for word in words}


def check(folder):
    found = {}
    for name, options in {
        "text.vec": {},
        "binary.bin": {"binary": True},
        "glove.txt": {"no_header": True},
    }.items():
        vectors = KeyedVectors.load_word2vec_format(f"{folder}/{name}", **options)
        found[name] = as_lists(vectors, vectors.index_to_key)
    model = load_facebook_vectors(f"{folder}/fasttext.bin")
    found["fasttext.bin"] = as_lists(model, model.index_to_key)
    found["unseen"] = as_lists(model, UNSEEN)
    found["counts"] = {word: int(model.get_vecattr(word, "count")) for word in model.index_to_key}
    full = load_facebook_model(f"{folder}/fasttext.bin")
    found["output"] = [float(x) for x in full.syn1neg.flatten()]
    found["arguments"] = {
        "window": int(full.window),
        "epochs": int(full.epochs),
        "negative": int(full.negative),
        "sg": int(full.sg),
        "sample": float(full.sample),
        "min_n": int(full.wv.min_n),
        "max_n": int(full.wv.max_n),
        "bucket": int(full.wv.bucket),
    }
    return found


def write(folder):
    words = ["the", "straße", "東京", "cat", "sat", "mat", "naïve", "😀"]
    sentences = [[words[(i * i + j) % len(words)] for j in range(7)] for i in range(60)]
    model = FastText(vector_size=12, min_count=1, bucket=500, min_n=3, max_n=5, epochs=2, workers=1, seed=3)
    model.build_vocab(sentences)
    model.train(sentences, total_examples=model.corpus_count, epochs=2)
    model.wv.save_word2vec_format(f"{folder}/text.vec")
    model.wv.save_word2vec_format(f"{folder}/binary.bin", binary=True)
    model.wv.save_word2vec_format(f"{folder}/glove.txt", write_header=False)
    save_facebook_model(model, f"{folder}/fasttext.bin")
    a, b, c = words[0], words[3], words[4]
    return {
        "words": model.wv.index_to_key,
        "vectors": as_lists(model.wv, model.wv.index_to_key),
        "counts": [int(model.wv.get_vecattr(word, "count")) for word in model.wv.index_to_key],
        "unseen": as_lists(model.wv, UNSEEN),
        "nearest": model.wv.most_similar("cat", topn=7),
        "mul": model.wv.most_similar_cosmul(positive=[b, c], negative=[a], topn=5),
        "query": [a, b, c],
        "odd": str(model.wv.doesnt_match(["cat", "sat", "mat", "東京"])),
    }


np.seterr(all="raise", under="ignore")
print(json.dumps({"check": check, "write": write}[sys.argv[1]](sys.argv[2])))
