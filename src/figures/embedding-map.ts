/**
 * A map of embeddings to walk on: 200 to 100,000 points with pan, zoom, search and neighbours.
 *
 * Whoever draws 100 dimensions on 2 leaves most out, so the map says how much: with `vectors`, it
 * shows the share of each point's true neighbours that are near it here, against chance, and for
 * every point both lists side by side. All numbers are computed when the figure is made; the page
 * only looks them up, without a kernel, a library or a network.
 *
 *   show(embeddingMap({ points: pca(vectors).projected, labels: words, vectors }))
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
import { Points } from "../similarity/dense-matrix";
import { Neighbours } from "../similarity/neighbours";
import { mapData } from "./embedding-map-data";
import { EmbeddingMap } from "./embedding-map-html";
import { MapFrame, MapOptions } from "./embedding-map-options";

export { EmbeddingMap } from "./embedding-map-html";
export type { MapFrame, MapOptions } from "./embedding-map-options";

export interface EmbeddingMapOptions extends MapOptions {
  /** [N, 2] the map: of pca(), of Umap, or any other. */
  points: Points;
  /** [N, D] what the map is of. Without them it can't be compared with the truth. */
  vectors?: Points;
  /** The true neighbours, if they are known already: [N, k] or wider. */
  neighbours?: Neighbours;
}

/** @returns a figure for show(), with the shares as numbers, too */
export function embeddingMap(options: EmbeddingMapOptions): EmbeddingMap {
  const { points, vectors, neighbours, ...shared } = options;
  const frame: MapFrame = {
    name: "map",
    points,
    ...(vectors === undefined ? {} : { vectors }),
    ...(neighbours === undefined ? {} : { neighbours }),
  };
  return new EmbeddingMap(mapData("embeddingMap", [frame], { k: 10, start: 0 }, shared), shared);
}
