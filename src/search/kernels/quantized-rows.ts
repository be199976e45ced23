/**
 * Quantized rows in the kernel's own memory: see quantized.as for what it computes.
 */
import { instantiate } from "../../similarity/kernels/instantiate";
import { QUANTIZED_WASM } from "./quantized-wasm";

type Products = (query: number, rows: number, numRows: number, size: number, to: number) => void;

interface Block {
  readonly bytes: Uint8Array;
  readonly query: Uint8Array;
  readonly products: Int32Array;
  compute(numRows: number): void;
}

/** Rows in one block: 1.5 MB at 192 numbers of eight bits. */
const BLOCK = 8192;
/** What the kernel's last load may reach beyond a row or a query. */
const SPARE = 8;
const FIRST_ADDRESS = 64;

export class QuantizedRows {
  private readonly blocks: Block[] = [];
  private count = 0;

  /**
   * @param kernel   which of the kernel's functions compares them
   * @param rowBytes bytes of a row
   */
  constructor(
    private readonly kernel: "int8Products" | "signProducts",
    private readonly rowBytes: number,
  ) {}

  /** How many rows there are. */
  get size(): number {
    return this.count;
  }

  /** @param rows [N, rowBytes]; copied */
  add(rows: Uint8Array | Int8Array): void {
    const bytes = new Uint8Array(rows.buffer, rows.byteOffset, rows.length);
    for (let at = 0; at < bytes.length;) {
      const place = (this.count % BLOCK) * this.rowBytes;
      const block = (this.blocks[Math.floor(this.count / BLOCK)] ??= this.block());
      const end = Math.min(bytes.length, at + BLOCK * this.rowBytes - place);
      block.bytes.set(bytes.subarray(at, end), place);
      this.count += (end - at) / this.rowBytes;
      at = end;
    }
  }

  /** A view of one row. */
  row(at: number): Uint8Array {
    const place = (at % BLOCK) * this.rowBytes;
    return this.blocks[Math.floor(at / BLOCK)]!.bytes.subarray(place, place + this.rowBytes);
  }

  /** @param query as the kernel wants it @returns [N] */
  products(query: Uint8Array | Int16Array): Int32Array {
    const bytes = new Uint8Array(query.buffer, query.byteOffset, query.byteLength);
    const all = new Int32Array(this.count);
    this.blocks.forEach(({ query: own, products, compute }, number) => {
      const first = number * BLOCK;
      const numRows = Math.min(BLOCK, this.count - first);
      own.set(bytes);
      compute(numRows);
      all.set(products.subarray(0, numRows), first);
    });
    return all;
  }

  private block(): Block {
    // Two bytes for each number of a query of 16 bits, filled up to a whole load.
    const queryBytes = Math.ceil(this.rowBytes / 8) * 16 + SPARE;
    const products = FIRST_ADDRESS + Math.ceil(queryBytes / 16) * 16;
    const rows = products + BLOCK * 4;
    const end = rows + BLOCK * this.rowBytes;
    const { memory, exports } = instantiate(QUANTIZED_WASM, end + SPARE);
    const run = exports[this.kernel] as Products;
    return {
      bytes: new Uint8Array(memory.buffer, rows, BLOCK * this.rowBytes),
      query: new Uint8Array(memory.buffer, FIRST_ADDRESS, queryBytes),
      products: new Int32Array(memory.buffer, products, BLOCK),
      compute: (numRows) => {
        run(FIRST_ADDRESS, rows, Math.ceil(numRows / 4) * 4, this.rowBytes, products);
      },
    };
  }
}
