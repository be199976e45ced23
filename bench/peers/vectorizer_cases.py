"""Random vectorizer configurations and Unicode documents, with scikit-learn's results, as JSON lines.

usage: vectorizer_cases.py NUMBER SEED
Each line: kind, options (scikit-learn's names), documents, unseen, and either error or
terms, matrix, unseen_matrix, analyzed, tie (and idf).
"""
import json
import random
import sys
import warnings

import unicodedata
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer

warnings.simplefilter("ignore")

WORDS = (
    "the cat sat on mat dog log and THE Cat a I x2 cat_like isn't 3.14 __z__ naïve façade café Café "
    "Cafe\u0301 CAFÉ Straße STRASSE ΣΊΣΥΦΟΣ ΟΔΟΣ ὈΔΥΣΣΕΎΣ İstanbul IŞIK ışık ǅungla ﬁn ﬀ Ⅻ ½ ² 東京 日本語 テキスト "
    "हिन्दी สวัสดี עִבְרִית العَرَبِيَّة Русский ёлка ё 한국어 😀 👩‍👩‍👧 𝔘𝔫𝔦 𐐀𐐨 \U0002A6D6\U0002A6D7 e\u0301\u0323 a\u20dd "
    "K Å Ω ª º ǆ ŉ ß ẞ don’t co-op e-mail #tag @me a.b.c 1,000 x=y (ok) [ok] “q” …"
).split(" ")
SEPARATORS = [" "] * 12 + ["  ", "\t", "\n", "\u00a0", "\u3000", "\u2028", "\x1c", "\x85", ", ", ". ", "-", "\u200b", "\ufeff", ""]
PATTERNS = [
    r"(?u)\b\w\w+\b", r"(?u)\b\w+\b", r"\w+", r"\S+", r"[a-z]+", r"\b\w\w\w+\b", r"(?i)the|cat", r"\b(\w)\w*\b",
    r"[^\W\d_]+", r"\w+(?:['’]\w+)?", r"[\w-]+", r"[^\s,.]+", r"(?m)^\w+", r"\w+$", r".", r"\d+|\w\w", r"[]a-e]+", r"\B\w+", r"(?P<w>\w+)\.?",
    r"[\w'\-@#]+", r"\w* ?\w+", r"x*",
]


def random_document(r):
    n = r.choice([0, 1, 2, 3, 5, 8, 13, 20])
    return "".join(r.choice(WORDS) + r.choice(SEPARATORS) for _ in range(n))


def random_character(r):
    while True:
        code = r.choice([r.randrange(0x20, 0x250), r.randrange(0x250, 0x3000), r.randrange(0x3000, 0x1F700)])
        # Characters that every Unicode version since 14 knows, and no half of a pair.
        if unicodedata.category(chr(code)) not in ("Cn", "Cs"):
            return chr(code)


def random_options(r, tfidf):
    options = {}

    def maybe(name, probability, draw):
        if r.random() < probability:
            options[name] = draw()

    maybe("lowercase", 0.2, lambda: False)
    maybe("strip_accents", 0.3, lambda: r.choice(["unicode", "ascii"]))
    maybe("analyzer", 0.25, lambda: r.choice(["char", "char_wb"]))
    maybe("ngram_range", 0.5, lambda: r.choice([(1, 2), (1, 3), (2, 2), (2, 3), (3, 3), (1, 4), (4, 5)]))
    maybe("token_pattern", 0.3, lambda: r.choice(PATTERNS))
    maybe("stop_words", 0.3, lambda: r.sample([w.lower() for w in WORDS], 12))
    maybe("min_df", 0.25, lambda: r.choice([2, 3, 0.1, 0.25, 0.0]))
    maybe("max_df", 0.25, lambda: r.choice([1, 2, 4, 0.3, 0.5, 0.9]))
    maybe("max_features", 0.25, lambda: r.choice([1, 3, 10, 40]))
    maybe("binary", 0.2, lambda: True)
    maybe("vocabulary", 0.1, lambda: sorted({w.lower() for w in r.sample(WORDS, 10)} | {"the cat", "on the mat"}, key=lambda _: r.random()))
    if tfidf:
        maybe("norm", 0.4, lambda: r.choice(["l1", None]))
        maybe("use_idf", 0.2, lambda: False)
        maybe("smooth_idf", 0.3, lambda: False)
        maybe("sublinear_tf", 0.3, lambda: True)
    return options


def has_tie(options, documents):
    """Does max_features have to choose between terms that occur equally often?"""
    limit = options.get("max_features")
    if limit is None or "vocabulary" in options:
        return False
    counts = {k: v for k, v in options.items() if k not in ("max_features", "norm", "use_idf", "smooth_idf", "sublinear_tf")}
    totals = sorted(CountVectorizer(**counts).fit_transform(documents).sum(axis=0).A1.tolist(), reverse=True)
    return len(totals) > limit and totals[limit - 1] == totals[limit]


def finite(value):
    """JSON has no infinity."""
    return value if value < 1e300 else "inf"


def sparse(matrix):
    matrix = matrix.tocsr()
    matrix.sort_indices()
    return {"shape": list(matrix.shape), "indptr": matrix.indptr.tolist(), "indices": matrix.indices.tolist(), "data": [finite(x) for x in matrix.data.tolist()]}


def main():
    number, seed = int(sys.argv[1]), int(sys.argv[2])
    r = random.Random(seed)
    for _ in range(number):
        tfidf = r.random() < 0.5
        options = random_options(r, tfidf)
        documents = [random_document(r) for _ in range(r.choice([1, 2, 5, 12, 30]))]
        if r.random() < 0.3:
            documents.append("".join(random_character(r) for _ in range(60)))
        unseen = [random_document(r) for _ in range(4)] + ["".join(random_character(r) for _ in range(30))]
        case = {"kind": "tfidf" if tfidf else "count", "options": options, "documents": documents, "unseen": unseen}
        try:
            case["tie"] = has_tie(options, documents)
            vectorizer = (TfidfVectorizer if tfidf else CountVectorizer)(**options)
            case["matrix"] = sparse(vectorizer.fit_transform(documents))
            case["terms"] = vectorizer.get_feature_names_out().tolist()
            analyze = vectorizer.build_analyzer()
            case["analyzed"] = [analyze(d) for d in documents]
            if tfidf and options.get("use_idf", True):
                case["idf"] = [finite(x) for x in vectorizer.idf_.tolist()]
            case["unseen_matrix"] = sparse(vectorizer.transform(unseen))
        except ValueError as error:
            case["error"] = str(error)
        print(json.dumps(case))


main()
