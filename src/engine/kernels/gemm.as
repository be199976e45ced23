/**
 * Matrix products in float32 for gemm.ts, with several threads on one memory.
 *
 *   out[i] = A[i mod a]·B[i mod b]     A[i] is [rows, inner], B[i] [inner, columns]
 *
 * A matrix is read with any distance between its rows and between its columns, so a transposed one
 * is read where it lies. As in Goto and van de Geijn (2008, "Anatomy of High-Performance Matrix
 * Multiplication"), blocks that fit into the caches are first copied ("packed") into the order in
 * which they are used: A in panels of 4 rows, B in panels of 8 columns. The innermost loop then
 * reads both one after the other, and keeps a tile of 4 × 8 sums in eight registers.
 *
 * A product is cut into pieces. Whoever is free takes the next one: the caller, and other threads
 * that wait in help(). The caller never waits for one that hasn't begun, so a busy machine only
 * means that it does more itself. A thread first counts itself as active and then looks whether
 * pieces are given out; the caller first stops giving them out and then looks whether anybody is
 * active. So neither can miss the other, and a job is never replaced while someone reads it.
 *
 * All numbers are bytes or addresses, except counts and sizes of matrices.
 *
 * build: --importMemory --sharedMemory --initialMemory 1 --maximumMemory 65536 --enable threads
 */

/** Block sizes, in numbers: 256 KB of B, and 64 KB of A. */
const DEPTH: usize = 256, WIDTH: usize = 256, HEIGHT: usize = 64;
const PACKED_B: usize = DEPTH * WIDTH * 4, PACKED_A: usize = DEPTH * HEIGHT * 4, TILE: usize = 128;

/** The words of the job, from its address on; all but the first four stay while it is done. */
const IS_OPEN: usize = 0, NEXT_PIECE: usize = 4, ACTIVE: usize = 8, CALLS: usize = 12;
const A: usize = 16, A_ROW: usize = 20, A_COLUMN: usize = 24, A_COUNT: usize = 28;
const B: usize = 32, B_ROW: usize = 36, B_COLUMN: usize = 40, B_COUNT: usize = 44;
const OUT: usize = 48, COUNT: usize = 52, ROWS: usize = 56, COLUMNS: usize = 60, INNER: usize = 64;
const PIECE_ROWS: usize = 68, PIECE_COLUMNS: usize = 72, JOB_SIZE: usize = 76;

/** How often the caller looks whether the others are done before it goes to sleep. */
const PATIENCE: i32 = 2000;

export function jobSize(): usize {
  return JOB_SIZE;
}

/** What each thread needs for itself. */
export function scratchSize(): usize {
  return PACKED_B + PACKED_A + TILE;
}

/** Computes one product; with `isShared`, whoever waits in help() on the same job joins in. */
export function multiply(
  job: usize, scratch: usize,
  a: usize, aRow: usize, aColumn: usize, aCount: usize,
  b: usize, bRow: usize, bColumn: usize, bCount: usize,
  out: usize, count: usize, rows: usize, columns: usize, inner: usize,
  pieceRows: usize, pieceColumns: usize, isShared: bool,
): void {
  store<usize>(job + A, a); store<usize>(job + A_COUNT, aCount);
  store<usize>(job + A_ROW, aRow); store<usize>(job + A_COLUMN, aColumn);
  store<usize>(job + B, b); store<usize>(job + B_COUNT, bCount);
  store<usize>(job + B_ROW, bRow); store<usize>(job + B_COLUMN, bColumn);
  store<usize>(job + OUT, out); store<usize>(job + COUNT, count);
  store<usize>(job + ROWS, rows); store<usize>(job + COLUMNS, columns);
  store<usize>(job + INNER, inner);
  store<usize>(job + PIECE_ROWS, pieceRows); store<usize>(job + PIECE_COLUMNS, pieceColumns);
  atomic.store<u32>(job + NEXT_PIECE, 0);
  if (isShared) {
    atomic.store<u32>(job + IS_OPEN, 1);
    atomic.add<u32>(job + CALLS, 1);
    atomic.notify(job + CALLS, -1);
  }
  takePieces(job, scratch);
  if (isShared) {
    atomic.store<u32>(job + IS_OPEN, 0);
    for (let i = 0; i < PATIENCE && atomic.load<i32>(job + ACTIVE) > 0; i++) {}
    for (let active = 0; (active = atomic.load<i32>(job + ACTIVE)) > 0; ) {
      atomic.wait<i32>(job + ACTIVE, active, -1);
    }
  }
}

/** Never returns: joins in whenever multiply() calls. For a thread of its own. */
export function help(job: usize, scratch: usize): void {
  while (true) {
    const calls = atomic.load<i32>(job + CALLS);
    atomic.add<i32>(job + ACTIVE, 1);
    if (atomic.load<u32>(job + IS_OPEN)) takePieces(job, scratch);
    atomic.sub<i32>(job + ACTIVE, 1);
    atomic.notify(job + ACTIVE, 1);
    atomic.wait<i32>(job + CALLS, calls, -1);
  }
}

function takePieces(job: usize, scratch: usize): void {
  const rows = load<usize>(job + ROWS), columns = load<usize>(job + COLUMNS);
  const inner = load<usize>(job + INNER), count = load<usize>(job + COUNT);
  const pieceRows = load<usize>(job + PIECE_ROWS), pieceColumns = load<usize>(job + PIECE_COLUMNS);
  const aRow = load<usize>(job + A_ROW), aColumn = load<usize>(job + A_COLUMN);
  const bRow = load<usize>(job + B_ROW), bColumn = load<usize>(job + B_COLUMN);
  const across = (columns + pieceColumns - 1) / pieceColumns;
  const each = across * ((rows + pieceRows - 1) / pieceRows);
  for (let piece: usize; (piece = atomic.add<u32>(job + NEXT_PIECE, 1)) < count * each; ) {
    const i = piece / each, place = piece % each;
    const row = (place / across) * pieceRows, column = (place % across) * pieceColumns;
    const a = load<usize>(job + A) + (i % load<usize>(job + A_COUNT)) * rows * inner * 4;
    const b = load<usize>(job + B) + (i % load<usize>(job + B_COUNT)) * inner * columns * 4;
    const out = load<usize>(job + OUT) + i * rows * columns * 4;
    multiplyBlocks(
      a + row * aRow, aRow, aColumn,
      b + column * bColumn, bRow, bColumn,
      out + (row * columns + column) * 4, columns * 4,
      min(pieceRows, rows - row), min(pieceColumns, columns - column), inner, scratch,
    );
  }
}

/** One product, block by block; `inner` may be 0, which gives zeros. */
function multiplyBlocks(
  a: usize, aRow: usize, aColumn: usize,
  b: usize, bRow: usize, bColumn: usize,
  out: usize, outRow: usize,
  rows: usize, columns: usize, inner: usize, scratch: usize,
): void {
  const packedA = scratch + PACKED_B;
  for (let column: usize = 0; column < columns; column += WIDTH) {
    const width = min(WIDTH, columns - column);
    let k: usize = 0;
    do {
      const depth = min(DEPTH, inner - k);
      for (let j: usize = 0; j < width; j += 8) {
        const to = scratch + j * depth * 4, left = width - j;
        const from = b + k * bRow + (column + j) * bColumn;
        pack(to, 32, from, bColumn, bRow, left, depth);
        pack(to + 16, 32, from + 4 * bColumn, bColumn, bRow, left > 4 ? left - 4 : 0, depth);
      }
      for (let row: usize = 0; row < rows; row += HEIGHT) {
        const height = min(HEIGHT, rows - row);
        for (let i: usize = 0; i < height; i += 4) {
          const from = a + (row + i) * aRow + k * aColumn;
          pack(packedA + i * depth * 4, 16, from, aRow, aColumn, height - i, depth);
        }
        for (let j: usize = 0; j < width; j += 8) {
          for (let i: usize = 0; i < height; i += 4) {
            multiplyTile(
              packedA + i * depth * 4, scratch + j * depth * 4, depth,
              out + (row + i) * outRow + (column + j) * 4, outRow,
              height - i, width - j, k > 0, packedA + PACKED_A,
            );
          }
        }
      }
      k += DEPTH;
    } while (k < inner);
  }
}

/**
 * Copies a panel: `depth` times four numbers. The four lie `lane` apart and one four `step` after
 * the last; there they come `toStep` apart. Of a panel at the edge only `lanes` are there; the
 * others become zeros.
 */
function pack(
  to: usize, toStep: usize, from: usize, lane: usize, step: usize, lanes: usize, depth: usize,
): void {
  let k: usize = 0;
  if (lanes >= 4 && lane === 4) {
    for (; k < depth; k++, to += toStep, from += step) v128.store(to, v128.load(from));
  } else if (lanes >= 4 && step === 4) {
    // Four steps of four lanes at once are a matrix to transpose.
    for (; k + 4 <= depth; k += 4, to += 4 * toStep, from += 16) {
      const row0 = v128.load(from), row1 = v128.load(from + lane);
      const row2 = v128.load(from + 2 * lane), row3 = v128.load(from + 3 * lane);
      const upper01 = v128.shuffle<f32>(row0, row1, 0, 4, 1, 5);
      const upper23 = v128.shuffle<f32>(row2, row3, 0, 4, 1, 5);
      const lower01 = v128.shuffle<f32>(row0, row1, 2, 6, 3, 7);
      const lower23 = v128.shuffle<f32>(row2, row3, 2, 6, 3, 7);
      v128.store(to, v128.shuffle<f64>(upper01, upper23, 0, 2));
      v128.store(to + toStep, v128.shuffle<f64>(upper01, upper23, 1, 3));
      v128.store(to + 2 * toStep, v128.shuffle<f64>(lower01, lower23, 0, 2));
      v128.store(to + 3 * toStep, v128.shuffle<f64>(lower01, lower23, 1, 3));
    }
  }
  for (; k < depth; k++, to += toStep, from += step) {
    for (let x: usize = 0; x < 4; x++) {
      store<f32>(to + x * 4, x < lanes ? load<f32>(from + x * lane) : 0);
    }
  }
}

/** The product of two panels, 4 × 8 numbers, of which `rows` × `columns` are wanted. */
function multiplyTile(
  a: usize, b: usize, depth: usize, out: usize, outRow: usize,
  rows: usize, columns: usize, isAdded: bool, tile: usize,
): void {
  let left0 = f32x4.splat(0), left1 = left0, left2 = left0, left3 = left0;
  let right0 = left0, right1 = left0, right2 = left0, right3 = left0;
  for (const end = a + depth * 16; a < end; a += 16, b += 32) {
    const left = v128.load(b), right = v128.load(b, 16);
    let x = v128.load32_splat(a);
    left0 = f32x4.add(left0, f32x4.mul(x, left)); right0 = f32x4.add(right0, f32x4.mul(x, right));
    x = v128.load32_splat(a, 4);
    left1 = f32x4.add(left1, f32x4.mul(x, left)); right1 = f32x4.add(right1, f32x4.mul(x, right));
    x = v128.load32_splat(a, 8);
    left2 = f32x4.add(left2, f32x4.mul(x, left)); right2 = f32x4.add(right2, f32x4.mul(x, right));
    x = v128.load32_splat(a, 12);
    left3 = f32x4.add(left3, f32x4.mul(x, left)); right3 = f32x4.add(right3, f32x4.mul(x, right));
  }
  if (rows >= 4 && columns >= 8) {
    put(out, left0, right0, isAdded);
    put(out + outRow, left1, right1, isAdded);
    put(out + 2 * outRow, left2, right2, isAdded);
    put(out + 3 * outRow, left3, right3, isAdded);
    return;
  }
  put(tile, left0, right0, false);
  put(tile + 32, left1, right1, false);
  put(tile + 64, left2, right2, false);
  put(tile + 96, left3, right3, false);
  for (let i: usize = 0; i < min(rows, 4); i++, out += outRow, tile += 32) {
    for (let j: usize = 0; j < min(columns, 8); j++) {
      const sum = load<f32>(tile + j * 4);
      store<f32>(out + j * 4, isAdded ? load<f32>(out + j * 4) + sum : sum);
    }
  }
}

@inline
function put(to: usize, left: v128, right: v128, isAdded: bool): void {
  v128.store(to, isAdded ? f32x4.add(left, v128.load(to)) : left);
  v128.store(to, isAdded ? f32x4.add(right, v128.load(to, 16)) : right, 16);
}
