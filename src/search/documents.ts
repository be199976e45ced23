/**
 * Which row of an index belongs to which document.
 *
 * Lesson: notebooks/12-rag.ipynb
 */
import { inWords } from "../core/check";
import type { DocumentId } from "./hit";
import { matchesFilter, type Metadata, type MetadataFilter } from "./metadata-filter";

export class Documents {
  private readonly ids: (DocumentId | undefined)[] = [];
  private readonly metadata: (Metadata | undefined)[] = [];
  private readonly rows = new Map<DocumentId, number>();
  /** Rows whose document was removed; the next ones added take them. */
  private readonly free: number[] = [];

  /** @param caller the index, for error messages */
  constructor(private readonly caller: string) {}

  get size(): number {
    return this.rows.size;
  }

  /** Rows in use or free: every row is below. */
  get end(): number {
    return this.ids.length;
  }

  /**
   * @returns the row of each
   * @throws RangeError where an id is there already, or twice; nothing is added then
   */
  add(ids: readonly DocumentId[], metadata?: readonly Metadata[]): number[] {
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
    return ids.map((id, i) => {
      const row = this.free.pop() ?? this.ids.length;
      this.rows.set(id, row);
      this.ids[row] = id;
      this.metadata[row] = metadata?.[i] && { ...metadata[i] };
      return row;
    });
  }

  /** Their rows are free then. @returns how many there were */
  remove(ids: Iterable<DocumentId>): number {
    const before = this.size;
    for (const id of ids) {
      const row = this.rows.get(id);
      if (row === undefined) continue;
      this.rows.delete(id);
      this.ids[row] = undefined;
      this.metadata[row] = undefined;
      this.free.push(row);
    }
    return before - this.size;
  }

  has(id: DocumentId): boolean {
    return this.rows.has(id);
  }

  id(row: number): DocumentId {
    return this.ids[row]!;
  }

  /** Are there rows without a document? */
  get hasFree(): boolean {
    return this.free.length > 0;
  }

  /** Is there a document in the row, and does it pass? */
  matches(row: number, filter: MetadataFilter = {}): boolean {
    return this.ids[row] !== undefined && matchesFilter(this.metadata[row], filter);
  }
}
