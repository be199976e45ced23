"""Golden numbers for PCA, Procrustes, trustworthiness and UMAP's graph.

usage: python3 make_maps.py > ../maps.json      needs numpy, scipy, scikit-learn, umap-learn
"""
import json
import sys

import numpy as np
import scipy
import sklearn
import umap
from scipy.spatial import procrustes
from sklearn.decomposition import PCA
from sklearn.manifold import trustworthiness
from sklearn.neighbors import NearestNeighbors
from umap.umap_ import find_ab_params, fuzzy_simplicial_set

rng = np.random.default_rng(7)
X = np.round(rng.normal(size=(3, 4))[rng.integers(0, 3, 18)] * 2 + rng.normal(size=(18, 4)), 3)
pca = PCA(n_components=3).fit(X)
Y = pca.transform(X)[:, :2]
turned = np.round(Y @ np.array([[0.6, -0.8], [0.8, 0.6]]) * 1.7 + 3 + rng.normal(size=Y.shape), 3)
K = 6
distances, ids = NearestNeighbors(n_neighbors=K).fit(X).kneighbors(X)
graph, sigmas, rhos = fuzzy_simplicial_set(
    X, K, np.random.RandomState(0), "euclidean", knn_indices=ids, knn_dists=distances
)
unit = X / np.linalg.norm(X, axis=1, keepdims=True)
out = {
    "source": f"scikit-learn {sklearn.__version__}, scipy {scipy.__version__}, "
    f"umap-learn {umap.__version__}, numpy {np.__version__}",
    "points": X.tolist(),
    "pca": {
        "mean": pca.mean_.tolist(),
        "components": pca.components_.tolist(),
        "explainedVariance": pca.explained_variance_.tolist(),
        "explainedVarianceRatio": pca.explained_variance_ratio_.tolist(),
        "projected": pca.transform(X).tolist(),
    },
    "map": Y.tolist(),
    "turned": turned.tolist(),
    "disparity": procrustes(turned, Y)[2],
    "trustworthiness": {
        metric: {str(k): trustworthiness(X, Y, n_neighbors=k, metric=metric) for k in (3, 5, 8)}
        for metric in ("euclidean", "cosine")
    },
    "neighbours": {
        "euclidean": {"ids": ids[:, 1:].tolist(), "distances": distances[:, 1:].tolist()},
        "cosine": {
            "ids": NearestNeighbors(n_neighbors=K, metric="cosine")
            .fit(X).kneighbors(return_distance=False, n_neighbors=K - 1).tolist(),
            "distances": NearestNeighbors(n_neighbors=K, metric="cosine")
            .fit(X).kneighbors(n_neighbors=K - 1)[0].tolist(),
        },
    },
    "umapCurves": [
        {"minDist": m, "spread": s, "a": float(find_ab_params(s, m)[0]), "b": float(find_ab_params(s, m)[1])}
        for m, s in ((0.1, 1.0), (0.5, 1.0), (0.0, 1.0), (0.25, 2.0))
    ],
    "umapGraph": np.asarray(graph.todense(), dtype=float).tolist(),
}
json.dump(out, sys.stdout, indent=1)
