/**
 * The parts of WebAssembly that training uses; TypeScript names them only with a browser's.
 */

export interface WasmMemory {
  readonly buffer: SharedArrayBuffer;
}

export interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (options: {
    initial: number;
    maximum: number;
    shared: boolean;
  }) => WasmMemory;
}

export function webAssembly(): WebAssemblyApi {
  return (globalThis as unknown as { WebAssembly: WebAssemblyApi }).WebAssembly;
}
