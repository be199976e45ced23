/**
 * A kernel compiled from AssemblyScript, ready to run in this process.
 */

/** The parts of WebAssembly that are used; TypeScript names them only together with a browser's. */
interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

interface WasmHost {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { readonly exports: Record<string, unknown> };
}

export interface Kernel {
  readonly memory: WasmMemory;
  readonly exports: Record<string, unknown>;
}

const PAGE = 65536;
const modules = new Map<string, object>();

/** @param base64 the module; @param bytes how much memory it needs, from address 0 */
export function instantiate(base64: string, bytes: number): Kernel {
  const host = (globalThis as unknown as { WebAssembly: WasmHost }).WebAssembly;
  let module = modules.get(base64);
  if (module === undefined) {
    module = new host.Module(Buffer.from(base64, "base64"));
    modules.set(base64, module);
  }
  const { exports } = new host.Instance(module);
  const memory = exports["memory"] as WasmMemory;
  const missing = bytes - memory.buffer.byteLength;
  if (missing > 0) memory.grow(Math.ceil(missing / PAGE));
  return { memory, exports };
}
