/**
 * Groups of a map's points, as many as can be told apart: seven colours, or six in three shapes.
 *
 * More than that are no longer seen as groups: the smallest are folded into one, in grey.
 */
import { PALETTE } from "./style";
import { base64 } from "./base64";

/** What the page knows of groups. */
export interface PageGroups {
  names: string[];
  counts: number[];
  /** [N] the group of each point, a byte each. */
  of: string;
  /** Whether the last one is what was folded. */
  hasRest: boolean;
}

/** Circle, diamond, triangle. */
const NUM_SHAPES = 3;
const MOST_GROUPS = NUM_SHAPES * (PALETTE.length - 1);

/** In order of appearance. */
export function foldGroups(groups: readonly string[]): PageGroups {
  const counts = new Map<string, number>();
  for (const group of groups) counts.set(group, (counts.get(group) ?? 0) + 1);
  const names = [...counts.keys()];
  const bySize = [...names].sort((a, b) => counts.get(b)! - counts.get(a)!);
  const kept = new Set(bySize.slice(0, MOST_GROUPS));
  const shown = names.filter((name) => kept.has(name));
  const numFolded = names.length - shown.length;
  const placeOf = new Map(shown.map((name, place) => [name, place]));
  const sizes = shown.map((name) => counts.get(name)!);
  const rest = groups.length - sizes.reduce((sum, size) => sum + size, 0);
  return {
    names: numFolded > 0 ? [...shown, `other (${numFolded} groups)`] : shown,
    counts: numFolded > 0 ? [...sizes, rest] : sizes,
    of: base64(Uint8Array.from(groups, (group) => placeOf.get(group) ?? shown.length)),
    hasRest: numFolded > 0,
  };
}
