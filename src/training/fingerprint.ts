/**
 * What a checkpoint belongs to: which model, which settings, which data. Going on with another one
 * would train something, but not what anybody meant.
 *
 * Lesson: notebooks/06-bert-pretraining.ipynb
 */
export interface Fingerprint {
  /** Names, types and shapes of the weights, and the model's own description. */
  model: unknown;
  /** Learning rates, clipping, accumulation, seed. */
  settings: unknown;
  /** Data, order and batches. */
  data: unknown;
}

/** One value that isn't the same: where it is, and what each side says. */
export interface Difference {
  path: string;
  saved: unknown;
  here: unknown;
}

/** Every place where two JSON values differ, in the order of their keys. */
export function differences(saved: unknown, here: unknown, path: string = ""): Difference[] {
  if (isObject(saved) && isObject(here)) {
    const keys = [...new Set([...Object.keys(saved), ...Object.keys(here)])];
    return keys.flatMap((key) =>
      differences(own(saved, key), own(here, key), path === "" ? key : `${path}.${key}`),
    );
  }
  if (JSON.stringify(saved) === JSON.stringify(here)) return [];
  return [{ path, saved, here }];
}

/** "model.weights.table: float32 [9,4] there, float32 [8,4] here; … and 3 more" */
export function differencesInWords(found: readonly Difference[], count: number = 4): string {
  const words = found
    .slice(0, count)
    .map(({ path, saved, here }) => `${path}: ${shown(saved)} there, ${shown(here)} here`);
  if (found.length > count) words.push(`and ${found.length - count} more`);
  return words.join("; ");
}

/** A value as it will be read back from a file. */
export function asJson(value: unknown): unknown {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as unknown);
}

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function own(object: Record<string, unknown>, key: string): unknown {
  return Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export interface FingerprintParts {
  weights: Readonly<Record<string, { dtype: string; shape: readonly number[] }>>;
  /** The model's own. */
  description: unknown;
  settings: Record<string, unknown>;
  data: string;
}

/** @returns as it will be read back from a file */
export function fingerprint({
  weights,
  description,
  settings,
  data,
}: FingerprintParts): Fingerprint {
  const types = Object.entries(weights).map(([name, { dtype, shape }]) => {
    return [name, `${dtype} [${shape}]`] as const;
  });
  return {
    model: asJson({ description, weights: Object.fromEntries(types) }),
    settings: asJson(settings),
    data,
  };
}

/**
 * @param acceptChanges let other data and other settings pass; another model never does
 * @throws an Error that names the first few differences
 */
export function assertSameTraining(
  file: string,
  { saved, here }: { saved: Fingerprint; here: Fingerprint },
  { acceptChanges }: { acceptChanges: boolean },
): void {
  const model = differences(saved.model, here.model, "model");
  if (model.length > 0) {
    throw new RangeError(
      `Trainer.resume: ${file} is of another model: ${differencesInWords(model)}`,
    );
  }
  const rest = [
    ...differences(saved.settings, here.settings, "settings"),
    ...differences(saved.data, here.data, "data"),
  ];
  if (rest.length === 0 || acceptChanges) return;
  throw new RangeError(
    `Trainer.resume: ${file} was trained otherwise: ${differencesInWords(rest)}. ` +
      "checkpoint.acceptChanges goes on all the same",
  );
}
