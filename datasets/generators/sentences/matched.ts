/** Rows chosen so that a label can't be told from a surface feature. */
import type { Rng } from "../../../src/core/rng";

/**
 * As many rows of each label as asked for, with equally many of every label wherever the key is
 * the same. Error when there are too few.
 */
export function matched<Row>(
  rows: readonly Row[],
  {
    label,
    key,
    perLabel,
    rng,
  }: { label: (row: Row) => string; key: (row: Row) => string; perLabel: number; rng: Rng },
): Row[] {
  const labels = [...new Set(rows.map(label))];
  const cells = new Map<string, Map<string, Row[]>>();
  for (const row of rows) {
    let cell = cells.get(key(row));
    if (!cell) cells.set(key(row), (cell = new Map(labels.map((name) => [name, []]))));
    cell.get(label(row))!.push(row);
  }
  // One row of each label, alike on the surface.
  const sets: Row[][] = [];
  for (const cell of cells.values()) {
    const columns = labels.map((name) => cell.get(name)!);
    const count = Math.min(...columns.map(({ length }) => length));
    for (let i = 0; i < count; i++) sets.push(columns.map((column) => column[i]!));
  }
  if (sets.length < perLabel) {
    throw new Error(`matched: ${perLabel} rows a label are wanted, got ${sets.length}`);
  }
  // Set after set, so that a part of the rows is balanced too.
  return rng
    .shuffle(sets)
    .slice(0, perLabel)
    .flatMap((set) => rng.shuffle(set));
}
