/**
 * Writes an ONNX file: a graph of operations in the format that ONNX Runtime and many others load.
 *
 * The format is Protocol Buffers: each field is a key (number and kind), then its value; a message
 * inside a message is written as its length and its bytes. A few dozen fields of the format's 200
 * are enough here, so it is written by hand, without a dependency.
 *
 * Source: the ONNX specification, onnx.proto (field numbers) and IR.md; Protocol Buffers,
 * "Encoding" (varints, length-delimited records).
 */

export type OnnxType = "float32" | "float16" | "int32" | "int64" | "bool";

/** A number is written as int, { float } as float, an array as ints, text as string. */
export type OnnxAttribute = number | string | readonly number[] | { readonly float: number };

export interface OnnxNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: Readonly<Record<string, OnnxAttribute>>;
}

/** A constant: weights, shapes. */
export interface OnnxConstant {
  readonly name: string;
  readonly dtype: OnnxType;
  readonly shape: readonly number[];
  /** Little-endian, row-major. */
  readonly data: Float32Array | Uint16Array | Int32Array | BigInt64Array | Uint8Array;
}

/** An input, an output or a value between; a text in place of a number names a free size. */
export interface OnnxValue {
  readonly name: string;
  readonly dtype: OnnxType;
  readonly shape: readonly (number | string)[];
  /** What it is, for a reader of the file. Default: nothing is said. */
  readonly description?: string;
}

export interface OnnxModel {
  /** In an order in which each node's inputs come before it. */
  readonly nodes: readonly OnnxNode[];
  readonly constants: readonly OnnxConstant[];
  readonly inputs: readonly OnnxValue[];
  readonly outputs: readonly OnnxValue[];
  /** Values between, where their shapes are known: a reader then need not find them out. */
  readonly between?: readonly OnnxValue[];
  /** Free key and value pairs kept in the file. Default none. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** Version of the program that made the graph. Default: not said. */
  readonly producerVersion?: string;
  /** What the graph computes, for a reader of the file. Default: nothing is said. */
  readonly description?: string;
}

/** Version 17 of the standard operators (2022): LayerNormalization, and sums in ScatterND. */
export const OPSET = 17;
/** The file format's version that goes with it. */
const IR_VERSION = 8;
const PRODUCER = "embedding-lab";

const TYPE_CODES: Record<OnnxType, number> = {
  ...{ float32: 1, int32: 6, int64: 7, bool: 9, float16: 10 },
};

/** Bytes of a constant that a file refers to by this path. */
export interface ExternalBytes {
  readonly path: string;
  readonly data: Buffer;
}

/** From this size on a constant can stand outside of the file. */
const LARGE_BYTES = 1 << 16;

/** The bytes of the file. */
export function writeOnnx(model: OnnxModel): Uint8Array {
  return fileBytes(model, (constant) => constantMessage(constant).bytes(9, bytesOf(constant)));
}

/**
 * The same, with the large constants apart, as views of their arrays: for a program that loads the
 * model at once. A file with weights inside would exist twice more on the way, here and there.
 */
export function writeOnnxInParts(model: OnnxModel): {
  bytes: Uint8Array;
  externalData: ExternalBytes[];
} {
  const externalData: ExternalBytes[] = [];
  const bytes = fileBytes(model, (constant) => {
    const values = bytesOf(constant);
    const message = constantMessage(constant);
    if (values.length < LARGE_BYTES) return message.bytes(9, values);
    const path = `constant-${externalData.length}`;
    externalData.push({
      path,
      data: Buffer.from(values.buffer, values.byteOffset, values.length),
    });
    const place = {
      location: path,
      offset: "0",
      length: String(values.length),
    };
    for (const [key, value] of Object.entries(place)) {
      message.message(13, new Message().text(1, key).text(2, value));
    }
    return message.int(14, 1); // says that they are elsewhere
  });
  return { bytes, externalData };
}

function fileBytes(model: OnnxModel, messageOf: (constant: OnnxConstant) => Message): Uint8Array {
  const graph = new Message();
  model.nodes.forEach((node, index) => graph.message(1, nodeMessage(node, index)));
  graph.text(2, "graph");
  for (const constant of model.constants) graph.message(5, messageOf(constant));
  for (const input of model.inputs) graph.message(11, valueMessage(input));
  for (const output of model.outputs) graph.message(12, valueMessage(output));
  for (const value of model.between ?? []) graph.message(13, valueMessage(value));

  const file = new Message().int(1, IR_VERSION).text(2, PRODUCER);
  if (model.producerVersion !== undefined) file.text(3, model.producerVersion);
  if (model.description !== undefined) file.text(6, model.description);
  file.message(7, graph);
  file.message(8, new Message().text(1, "").int(2, OPSET));
  for (const [key, value] of Object.entries(model.metadata ?? {})) {
    file.message(14, new Message().text(1, key).text(2, value));
  }
  return file.toBytes();
}

function nodeMessage({ op, inputs, outputs, attributes }: OnnxNode, index: number): Message {
  const message = new Message();
  for (const input of inputs) message.text(1, input);
  for (const output of outputs) message.text(2, output);
  message.text(3, `${op}_${index}`).text(4, op);
  for (const [name, value] of Object.entries(attributes)) {
    message.message(5, attributeMessage(name, value));
  }
  return message;
}

/** Field 20 says which of the kinds it is: float 1, int 2, string 3, ints 7. */
function attributeMessage(name: string, value: OnnxAttribute): Message {
  const message = new Message().text(1, name);
  if (typeof value === "number") return message.int(3, value).int(20, 2);
  if (typeof value === "string") return message.text(4, value).int(20, 3);
  if ("float" in value) return message.float(2, value.float).int(20, 1);
  for (const item of value) message.int(8, item);
  return message.int(20, 7);
}

/** All of it but the values. */
function constantMessage({ name, dtype, shape }: OnnxConstant): Message {
  const message = new Message();
  for (const size of shape) message.int(1, size);
  return message.int(2, TYPE_CODES[dtype]).text(8, name);
}

function bytesOf({ data }: OnnxConstant): Uint8Array {
  return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
}

function valueMessage({ name, dtype, shape, description }: OnnxValue): Message {
  const axes = new Message();
  for (const size of shape) {
    axes.message(1, typeof size === "string" ? new Message().text(2, size) : dimension(size));
  }
  const tensorType = new Message().int(1, TYPE_CODES[dtype]).message(2, axes);
  const message = new Message().text(1, name).message(2, new Message().message(1, tensorType));
  return description === undefined ? message : message.text(3, description);
}

function dimension(size: number): Message {
  return new Message().int(1, size);
}

/**
 * One Protocol Buffers message: single bytes, pieces and whole messages, put together only at the
 * end, so that nothing is copied on the way. What is put into another may not grow any more.
 */
class Message {
  /** In bytes. */
  length = 0;
  private readonly parts: (number | Uint8Array | Message)[] = [];

  int(field: number, value: number): this {
    return this.key(field, 0).varint(value);
  }

  float(field: number, value: number): this {
    return this.key(field, 5).piece(new Uint8Array(Float32Array.of(value).buffer));
  }

  text(field: number, value: string): this {
    return this.bytes(field, Buffer.from(value));
  }

  bytes(field: number, value: Uint8Array): this {
    return this.key(field, 2).varint(value.length).piece(value);
  }

  message(field: number, inner: Message): this {
    return this.key(field, 2).varint(inner.length).piece(inner);
  }

  toBytes(): Uint8Array {
    const all = new Uint8Array(this.length);
    this.writeTo(all, 0);
    return all;
  }

  private writeTo(all: Uint8Array, start: number): void {
    let at = start;
    for (const part of this.parts) {
      if (typeof part === "number") {
        all[at++] = part;
        continue;
      }
      if (part instanceof Message) part.writeTo(all, at);
      else all.set(part, at);
      at += part.length;
    }
  }

  private key(field: number, kind: number): this {
    return this.varint((field << 3) | kind);
  }

  /**
   * Seven bits a byte, lowest first; the eighth says that more follow. A negative number has 64
   * bits: nine bytes of seven, and one that holds the last. (BigInt would be simpler and slow: a
   * graph has tens of thousands of these.)
   */
  private varint(value: number): this {
    let rest = value;
    for (let i = 0; i < 9 && (rest < 0 || rest > 127); i++) {
      this.byte((rest & 127) | 128);
      rest = Math.floor(rest / 128);
    }
    return this.byte(rest < 0 ? 1 : rest);
  }

  private byte(value: number): this {
    this.parts.push(value);
    this.length++;
    return this;
  }

  private piece(value: Uint8Array | Message): this {
    this.parts.push(value);
    this.length += value.length;
    return this;
  }
}
