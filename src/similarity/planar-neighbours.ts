/**
 * Nearest neighbours on a map: exact, and fast for the two dimensions of a page.
 *
 * The map is cut into squares of about two points each; the search goes round a point's square in
 * wider and wider rings, until no ring can hold anything nearer. About linear in N, where comparing
 * all pairs grows with N²: 100,000 points take a second.
 *
 * Bentley, Stanat & Williams 1977, "The complexity of finding fixed-radius near neighbors".
 *
 * Lesson: notebooks/15-maps-and-clusters.ipynb
 */
import { assertInteger } from "../core/check";
import { denseMatrix, Points } from "./dense-matrix";
import { Neighbours } from "./neighbours";

/**
 * @param points [N, 2]
 * @param k      from 1 to N − 1
 */
export function planarNeighbours(points: Points, k: number): Neighbours {
  const { shape, values } = denseMatrix("planarNeighbours", "points", points);
  const n = shape[0];
  if (shape[1] !== 2) {
    throw new RangeError(`planarNeighbours: points must be [N, 2], got [${shape}]`);
  }
  assertInteger("planarNeighbours", { k }, { min: 1, max: n - 1 });
  const grid = new Grid(values, n);
  const ids = new Int32Array(n * k);
  const distances = new Float32Array(n * k);
  const squares = new Float64Array(k);
  for (let i = 0; i < n; i++) {
    const row = ids.subarray(i * k, (i + 1) * k);
    grid.search(i, row, squares);
    for (let j = 0; j < k; j++) distances[i * k + j] = Math.sqrt(squares[j]!);
  }
  return { shape: [n, k], ids, distances };
}

class Grid {
  private readonly minX: number;
  private readonly minY: number;
  private readonly cell: number;
  private readonly numColumns: number;
  private readonly numRows: number;
  /** Points in the order of their squares; square c holds those from starts[c] to starts[c + 1]. */
  private readonly members: Int32Array;
  private readonly starts: Int32Array;

  constructor(
    private readonly values: Float32Array | Float64Array,
    n: number,
  ) {
    let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < n; i++) {
      minX = Math.min(minX, values[2 * i]!);
      maxX = Math.max(maxX, values[2 * i]!);
      minY = Math.min(minY, values[2 * i + 1]!);
      maxY = Math.max(maxY, values[2 * i + 1]!);
    }
    const [width, height] = [maxX - minX, maxY - minY];
    // A line has no area: there the squares are as long as two points need.
    const cell = Math.max(Math.sqrt((2 * width * height) / n), (2 * Math.max(width, height)) / n);
    this.cell = cell > 0 ? cell : 1;
    [this.minX, this.minY] = [minX, minY];
    this.numColumns = Math.floor(width / this.cell) + 1;
    this.numRows = Math.floor(height / this.cell) + 1;
    const cells = Int32Array.from({ length: n }, (_, i) => this.cellOf(i));
    this.starts = new Int32Array(this.numColumns * this.numRows + 1);
    for (const c of cells) this.starts[c + 1]!++;
    for (let c = 1; c < this.starts.length; c++) this.starts[c]! += this.starts[c - 1]!;
    const next = this.starts.slice();
    this.members = new Int32Array(n);
    cells.forEach((c, i) => (this.members[next[c]!++] = i));
  }

  /** Fills `ids` and their squared distances with the nearest of point i. */
  search(i: number, ids: Int32Array, squares: Float64Array): void {
    squares.fill(Infinity);
    const c = this.cellOf(i);
    const column = c % this.numColumns;
    const row = (c - column) / this.numColumns;
    const furthest = Math.max(this.numColumns, this.numRows);
    for (let ring = 0; ring <= furthest; ring++) {
      // Whatever lies in this ring or beyond is at least this far away.
      const gap = Math.max(0, ring - 1) * this.cell;
      if (gap * gap > squares[squares.length - 1]!) return;
      for (let r = row - ring; r <= row + ring; r++) {
        if (r < 0 || r >= this.numRows) continue;
        const isEdge = r === row - ring || r === row + ring;
        const stride = isEdge || ring === 0 ? 1 : 2 * ring;
        for (let q = column - ring; q <= column + ring; q += stride) {
          if (q >= 0 && q < this.numColumns) this.visit(r * this.numColumns + q, i, ids, squares);
        }
      }
    }
  }

  private visit(c: number, i: number, ids: Int32Array, squares: Float64Array): void {
    const { members, starts, values } = this;
    const last = squares.length - 1;
    for (let at = starts[c]!; at < starts[c + 1]!; at++) {
      const other = members[at]!;
      if (other === i) continue;
      const dx = values[2 * other]! - values[2 * i]!;
      const dy = values[2 * other + 1]! - values[2 * i + 1]!;
      const square = dx * dx + dy * dy;
      const isIn = square < squares[last]! || (square === squares[last]! && other < ids[last]!);
      if (!isIn) continue;
      let place = last;
      while (
        place > 0 &&
        (squares[place - 1]! > square || (squares[place - 1] === square && ids[place - 1]! > other))
      ) {
        squares[place] = squares[place - 1]!;
        ids[place] = ids[place - 1]!;
        place--;
      }
      squares[place] = square;
      ids[place] = other;
    }
  }

  private cellOf(i: number): number {
    const column = Math.floor((this.values[2 * i]! - this.minX) / this.cell);
    const row = Math.floor((this.values[2 * i + 1]! - this.minY) / this.cell);
    return (
      Math.min(row, this.numRows - 1) * this.numColumns + Math.min(column, this.numColumns - 1)
    );
  }
}
