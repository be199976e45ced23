/**
 * What can be said of every map: names, groups, how many neighbours are compared, and the frames.
 */
import { Points } from "../similarity/dense-matrix";
import { Metric } from "../similarity/nearest-neighbours";
import { Neighbours } from "../similarity/neighbours";
import { FigureOptions } from "./figure";

/** What all maps of this lab have in common. */
export interface MapOptions extends FigureOptions {
  /** [N] the name of each point; a word is found by it. */
  labels: readonly string[];
  /** [N] what each point belongs to. Seven get a colour, eighteen a colour and a shape. */
  groups?: readonly string[];
  /** What the groups are: "topic". Default "group". */
  groupLabel?: string;
  /** [N] names with more of it are written first: word counts. Default: the order given. */
  importance?: ArrayLike<number>;
  /** How many neighbours are compared. Default 10 (5 in trainingMap), or N − 1. */
  k?: number;
  /** What "near" means for vectors. Default cosine. */
  metric?: Metric;
  /** How the map was made, with its seed: "UMAP, 15 neighbours, seed 1". Shown below it. */
  method?: string;
  /** Pairs of labels; the points can be laid out from the first to the second. Need vectors. */
  axes?: readonly (readonly [from: string, to: string])[];
  /** Put the vectors on the page in 8 bits, so that any two words make an axis: N · D bytes.
   *  Default: up to 250 kB of them. */
  freeAxes?: boolean;
}

/** The points at one moment. */
export interface MapFrame {
  /** "before", "step 200". */
  readonly name: string;
  /** [N, 2] */
  readonly points: Points;
  /** [N, D] what the map is of. */
  readonly vectors?: Points;
  /** The true neighbours, if they are known already: [N, k] or wider. */
  readonly neighbours?: Neighbours;
}
