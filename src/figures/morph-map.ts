/**
 * A map before and after: a slider moves every point from one place to the other.
 *
 * The earlier map is turned, flipped and stretched onto the later one first (Procrustes): what
 * moves then is change, not the turn of a map, which means nothing. Each end has its own
 * neighbours and its own share of them that it keeps.
 *
 *   show(morphMap({ before: { points: start, vectors: untrained }, after: { … }, labels }))
 *
 * Lesson: notebooks/09-sentence-bert.ipynb
 */
import { procrustes } from "../similarity/procrustes";
import { mapData } from "./embedding-map-data";
import { EmbeddingMap } from "./embedding-map-html";
import { MapFrame, MapOptions } from "./embedding-map-options";

export interface MorphMapOptions extends MapOptions {
  /** The map at the left end; its name is "before" unless given. */
  before: Omit<MapFrame, "name"> & { name?: string };
  /** The map at the right end, which stays as it is; its name is "after" unless given. */
  after: Omit<MapFrame, "name"> & { name?: string };
  /** May `before` be stretched to the size of `after`? Default true. */
  scaling?: boolean;
}

export function morphMap({
  before,
  after,
  scaling = true,
  ...shared
}: MorphMapOptions): EmbeddingMap {
  const { aligned } = procrustes(before.points, after.points, { scaling });
  const frames: MapFrame[] = [
    { name: "before", ...before, points: aligned },
    { name: "after", ...after },
  ];
  return new EmbeddingMap(mapData("morphMap", frames, { k: 10, start: 0 }, shared), shared);
}
