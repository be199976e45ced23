/**
 * All products of one query with quantized rows, for Int8Index and BinaryIndex.
 *
 *   int8  Σ_j q_j · level_j                    q in 16 bits, levels in 8, sums in 32
 *   sign  Σ_j ±1 · ±1 = D − 2 · (bits that differ)
 *
 * Rows lie one after the other without padding. The last load of a row may reach into the next one;
 * zeros in the query, or a mask, take away what it finds there.
 */

/**
 * Four rows at a time, which share what is loaded of the query. Eight levels become 16 bits wide
 * while they are loaded; one instruction multiplies them and adds the products two by two.
 *
 * @param query    [D, filled up with 0 to a multiple of 8] i16
 * @param rows     [N, D] i8, and 8 bytes that may be read
 * @param numRows  N, filled up to a multiple of 4
 * @param products [N] i32
 */
export function int8Products(
  query: usize,
  rows: usize,
  numRows: i32,
  numBytes: i32,
  products: usize,
): void {
  const size = <usize>numBytes;
  let a = rows;
  for (let i = 0; i < numRows; i += 4, a += 4 * size) {
    const b = a + size;
    const c = b + size;
    const d = c + size;
    let sumA = i32x4.splat(0);
    let sumB = sumA;
    let sumC = sumA;
    let sumD = sumA;
    for (let j: usize = 0; j < size; j += 8) {
      const x = v128.load(query + (j << 1));
      sumA = i32x4.add(sumA, i32x4.dot_i16x8_s(x, v128.load8x8_s(a + j)));
      sumB = i32x4.add(sumB, i32x4.dot_i16x8_s(x, v128.load8x8_s(b + j)));
      sumC = i32x4.add(sumC, i32x4.dot_i16x8_s(x, v128.load8x8_s(c + j)));
      sumD = i32x4.add(sumD, i32x4.dot_i16x8_s(x, v128.load8x8_s(d + j)));
    }
    // Four sums of four parts each, turned on their side: two additions instead of twelve.
    const ab = i32x4.add(
      v128.shuffle<i32>(sumA, sumB, 0, 4, 1, 5),
      v128.shuffle<i32>(sumA, sumB, 2, 6, 3, 7),
    );
    const cd = i32x4.add(
      v128.shuffle<i32>(sumC, sumD, 0, 4, 1, 5),
      v128.shuffle<i32>(sumC, sumD, 2, 6, 3, 7),
    );
    const all = i32x4.add(
      v128.shuffle<i32>(ab, cd, 0, 1, 4, 5),
      v128.shuffle<i32>(ab, cd, 2, 3, 6, 7),
    );
    v128.store(products + (<usize>i << 2), all);
  }
}

/**
 * 64 signs at a time: processors count the bits of a word in one instruction, and have none for a
 * whole vector.
 *
 * @param query    [D / 8] bytes, and 8 that may be read
 * @param rows     [N, D / 8] bytes, and 8 that may be read
 * @param products [N] i32
 */
export function signProducts(
  query: usize,
  rows: usize,
  numRows: i32,
  numBytes: i32,
  products: usize,
): void {
  const size = <usize>numBytes;
  const whole = size & ~7;
  const mask: u64 = ((<u64>1) << ((<u64>size & 7) << 3)) - 1;
  let row = rows;
  for (let i = 0; i < numRows; i++, row += size) {
    let differing: u64 = 0;
    for (let j: usize = 0; j < whole; j += 8) {
      differing += popcnt<u64>(load<u64>(query + j) ^ load<u64>(row + j));
    }
    differing += popcnt<u64>((load<u64>(query + whole) ^ load<u64>(row + whole)) & mask);
    store<i32>(products + (<usize>i << 2), (numBytes << 3) - 2 * <i32>differing);
  }
}
