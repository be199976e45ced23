/**
 * Damaged safetensors files, any number of them and always the same ones for a seed: sound files
 * with bits flipped, ends cut off, lengths changed, pieces of the header swapped, doubled, dropped.
 *
 * As a program: npm run fuzz:safetensors [-- COUNT] judges 200,000 of them (or COUNT).
 */
import { createRng, type Rng } from "../../src/core/rng";
import {
  headerLength,
  parseHeader,
  type SafetensorsHeader,
} from "../../src/core/safetensors-header";
import { DTYPE_BITS } from "../../src/core/safetensors-dtypes";
import { HeaderError } from "../../src/core/safetensors-json";

/** A file from its header's text and so many bytes of data. */
export function fileOf(header: string | Uint8Array, dataLength: number, claimed?: number | bigint) {
  const text = Buffer.from(header as Uint8Array);
  const bytes = Buffer.alloc(8 + text.length + dataLength);
  bytes.writeBigUInt64LE(BigInt(claimed ?? text.length));
  text.copy(bytes, 8);
  return bytes;
}

/** What the reader makes of a file in memory: its header, or the reason it is refused. */
export function judge(bytes: Uint8Array): SafetensorsHeader | HeaderError {
  try {
    const length = headerLength(bytes.subarray(0, 8), bytes.length);
    return parseHeader(bytes.subarray(8, 8 + length), bytes.length - 8 - length);
  } catch (error) {
    if (error instanceof HeaderError) return error;
    throw error;
  }
}

/** Does an accepted header keep its promises? Says which it breaks. */
export function brokenPromise({ tensors }: SafetensorsHeader, bytes: Uint8Array) {
  const dataLength = bytes.length - 8 - Number(Buffer.from(bytes).readBigUInt64LE(0));
  let at = 0;
  for (const [name, { dtype, shape, begin, end }] of tensors) {
    const size = shape.reduce((product, axis) => product * axis, 1);
    if (begin !== at) return `${name} begins at ${begin}, not ${at}`;
    if (((end - begin) * 8) / DTYPE_BITS[dtype] !== size) return `${name} has another size`;
    at = end;
  }
  return at === dataLength ? undefined : `the data end at ${at} of ${dataLength}`;
}

/** One file after the other, each a sound one with one to four mutations. */
export function* mutatedFiles(seed: number): Generator<Buffer, never> {
  const rng = createRng(seed);
  for (;;) {
    const sound = soundFile(rng);
    let header = sound.header;
    const numMutations = 1 + rng.integer(4);
    let isHeaderMutated = false;
    for (let i = 0; i < numMutations; i++) {
      if (rng.uniform() < 0.75) {
        header = mutateText(header, rng);
        isHeaderMutated = true;
      }
    }
    const bytes = fileOf(header, sound.dataLength);
    yield isHeaderMutated && rng.uniform() < 0.8 ? bytes : mutateBytes(bytes, rng);
  }
}

const NAMES = [
  "w",
  "a.b.weight",
  "__proto__",
  "constructor",
  "é",
  "0",
  "",
  "日本",
  "\u2028",
  '"q"',
];

function soundFile(rng: Rng): { header: string; dataLength: number } {
  const members: string[] = [];
  if (rng.uniform() < 0.5) members.push('"__metadata__":{"format":"pt","n":"1"}');
  let at = 0;
  const names = rng.shuffle(NAMES).slice(0, rng.integer(5));
  for (const name of names) {
    const dtype = rng.pick(Object.keys(DTYPE_BITS) as (keyof typeof DTYPE_BITS)[]);
    const shape = Array.from({ length: rng.integer(4) }, () => rng.integer(4));
    if (DTYPE_BITS[dtype] < 8) shape.push(4); // whole bytes
    const end = at + (shape.reduce((a, b) => a * b, 1) * DTYPE_BITS[dtype]) / 8;
    const entry = { dtype, shape, data_offsets: [at, end] };
    members.push(`${JSON.stringify(name)}:${JSON.stringify(entry)}`);
    at = end;
  }
  const header = `{${rng.shuffle(members).join(",")}}`;
  return { header: header + " ".repeat(rng.integer(9)), dataLength: at };
}

/** Tokens that sit on an edge of the format or of a number type. */
const TOKENS = [
  ..."0 1 2 4 8 -1 -0 1.0 1e0 01 4294967296 2147483648 9007199254740993 1e999 NaN".split(" "),
  ..."18446744073709551615 18446744073709551616 36893488147419103232 1152921504606846976".split(
    " ",
  ),
  ...'null true false [] {} [0] [0,0] "" "F32" "F64" "F16" "f32" "U8" "BF16"'.split(" "),
  ...[
    '"__metadata__"',
    '"__proto__"',
    '"\\ud800"',
    '"\\u0041"',
    '"\\x"',
    "{}{}",
    "[[[[]]]]",
    "'a'",
  ],
  ...[",", ":", "{", "}", "[", "]", '"', "\\", " ", "\n", "\0", "\ufeff", "/**/"],
];

function mutateText(text: string, rng: Rng): string {
  const pieces = text.match(/"(?:[^"\\]|\\.)*"|-?\d+|\s+|[\s\S]/g) ?? [""];
  const at = rng.integer(pieces.length);
  const other = rng.integer(pieces.length);
  const [from, to] = [Math.min(at, other), Math.max(at, other)];
  switch (rng.integer(7)) {
    case 0:
      pieces[at] = rng.pick(TOKENS);
      break;
    case 1:
      pieces.splice(at, 0, rng.pick(TOKENS));
      break;
    case 2:
      pieces.splice(at, 1 + rng.integer(3));
      break;
    case 3:
      [pieces[at], pieces[other]] = [pieces[other]!, pieces[at]!];
      break;
    case 4:
      pieces.splice(to, 0, ...pieces.slice(from, to)); // doubled
      break;
    case 5:
      pieces[at] = String(Math.max(0, Number(pieces[at]) || 0) + rng.integer(3) - 1);
      break;
    default:
      return deepen(text, rng);
  }
  return pieces.join("");
}

/** An unknown field with brackets within each other, about as deep as readers allow. */
function deepen(text: string, rng: Rng): string {
  const depth = rng.pick([1, 100, 124, 125, 126, 127, 128, 5000]);
  return text.replace(/\}/, `,"x":${"[".repeat(depth)}${"]".repeat(depth)}}`);
}

function mutateBytes(bytes: Buffer, rng: Rng): Buffer {
  const at = rng.integer(bytes.length);
  switch (rng.integer(5)) {
    case 0:
      bytes[at]! ^= 1 << rng.integer(8);
      return bytes;
    case 1:
      return bytes.subarray(0, at);
    case 2:
      return Buffer.concat([bytes, Buffer.alloc(1 + rng.integer(16))]);
    case 3:
      bytes[at] = rng.integer(256);
      return bytes;
    default:
      bytes.writeBigUInt64LE(
        rng.pick([0n, 1n, 7n, 99_999_999n, 100_000_000n, 100_000_001n, 2n ** 63n, 2n ** 64n - 8n]),
      );
      return bytes;
  }
}

if (require.main === module) {
  const count = Number(process.argv[2] ?? 200_000);
  const began = Date.now();
  let accepted = 0;
  let judged = 0;
  for (const bytes of mutatedFiles(1)) {
    const verdict = judge(bytes);
    if (!(verdict instanceof HeaderError)) {
      accepted++;
      const broken = brokenPromise(verdict, bytes);
      if (broken) throw new Error(`${broken}: ${bytes.toString("latin1")}`);
    }
    if (++judged >= count) break;
  }
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${count} files: ${accepted} sound, ${count - accepted} refused, in ${seconds} s`);
}
