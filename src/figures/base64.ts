/**
 * Arrays of numbers as text, for the page: a third more than their bytes, where digits and commas
 * would be three to ten times as much.
 */

/** The bytes of an array, little-endian as on every machine that runs a browser. */
export function base64({ buffer, byteOffset, byteLength }: ArrayBufferView): string {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength).toString("base64");
}

/** The bytes of such a text. */
export function bytesOf(text: string): ArrayBuffer {
  return Uint8Array.from(Buffer.from(text, "base64")).buffer;
}
