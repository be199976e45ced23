/** The four splits of a data set of sentence pairs, and how rows come into them. */

export interface Splits<Row> {
  train: Row[];
  /** Held out, as test is; to choose between models and settings. */
  dev: Row[];
  test: Row[];
  /** Written by hand: harder, never trained on, reported apart. */
  hand: Row[];
}

export type Numbered<Row> = Row & { id: string };

/** Gives every row its id: "nli-train-0001". */
export function numbered<Row extends object>(
  name: string,
  splits: Splits<Row>,
): Splits<Numbered<Row>> {
  const withIds = (split: keyof Splits<Row>) =>
    splits[split].map((row, i) => ({
      id: `${name}-${split}-${String(i + 1).padStart(4, "0")}`,
      ...row,
    }));
  return {
    train: withIds("train"),
    dev: withIds("dev"),
    test: withIds("test"),
    hand: withIds("hand"),
  };
}

export function splitRows<Row>(rows: readonly Row[], devCount: number) {
  return { dev: rows.slice(0, devCount), test: rows.slice(devCount) };
}

/** The first of each row that has the same key. */
export function withoutRepeats<Row>(rows: readonly Row[], key: (row: Row) => string): Row[] {
  return [...new Map(rows.map((row) => [key(row), row])).values()];
}
