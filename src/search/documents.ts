/**
 * Which row of an index belongs to which document.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { inWords } from "../core/check";
import type { DocumentId } from "./hit";
import { matchesFilter, type Metadata, type MetadataFilter } from "./metadata-filter";

export class Documents {
  private readonly ids: DocumentId[] = [];
  private readonly metadata: (Metadata | undefined)[] = [];
  private readonly rows = new Map<DocumentId, number>();

  /** @param caller the index, for error messages */
  constructor(private readonly caller: string) {}

  get size(): number {
    return this.ids.length;
  }

  /** @throws RangeError where an id is there already, or twice; nothing is added then */
  add(ids: readonly DocumentId[], metadata?: readonly Metadata[]): void {
    if (metadata !== undefined && metadata.length !== ids.length) {
      throw new RangeError(
        `${this.caller}.add: metadata must be given for each of the ${ids.length} documents,` +
          ` got ${metadata.length}`,
      );
    }
    const fresh = new Set<DocumentId>();
    for (const id of ids) {
      if (typeof id !== "string" && !Number.isFinite(id)) {
        throw new TypeError(
          `${this.caller}.add: an id must be a string or a number, got ${inWords(id)}`,
        );
      }
      if (this.rows.has(id) || fresh.has(id)) {
        throw new RangeError(`${this.caller}.add: ids must differ, got ${inWords(id)} twice`);
      }
      fresh.add(id);
    }
    ids.forEach((id, i) => {
      this.rows.set(id, this.ids.length);
      this.ids.push(id);
      this.metadata.push(metadata?.[i] && { ...metadata[i] });
    });
  }

  id(row: number): DocumentId {
    return this.ids[row]!;
  }

  /** Does the row pass? */
  matches(row: number, filter: MetadataFilter): boolean {
    return matchesFilter(this.metadata[row], filter);
  }
}
