/**
 * Reads tensors out of a GPU's memory.
 *
 * onnxruntime-node 1.30 ends the process when a GPU tensor is asked for its values, but copies the
 * outputs of a run to the CPU. So a second, small graph gives each tensor out as it came in.
 */
import type { InferenceSession, Tensor } from "onnxruntime-node";
import type { HostArray } from "./host-array";
import { writeOnnx } from "./onnx-file";

export type CreateSession = (
  bytes: Uint8Array,
  options: InferenceSession.SessionOptions,
) => Promise<InferenceSession>;

export class StateReader {
  private constructor(private readonly session: InferenceSession) {}

  /** @param types the tensors that will be read, by name */
  static async open(
    create: CreateSession,
    types: Readonly<Record<string, Pick<HostArray, "dtype" | "shape">>>,
  ): Promise<StateReader> {
    const names = Object.keys(types);
    const bytes = writeOnnx({
      nodes: names.map((name) => ({
        op: "Identity",
        inputs: [name],
        outputs: [`:${name}`],
        attributes: {},
      })),
      constants: [],
      inputs: names.map((name) => ({ name, ...types[name]! })),
      outputs: names.map((name) => ({ ...types[name]!, name: `:${name}` })),
    });
    return new StateReader(
      await create(bytes, { executionProviders: ["webgpu"], logSeverityLevel: 3 }),
    );
  }

  async read(tensors: Readonly<Record<string, Tensor>>): Promise<Record<string, Tensor>> {
    const made = await this.session.run(tensors);
    return Object.fromEntries(Object.keys(tensors).map((name) => [name, made[`:${name}`]!]));
  }

  async release(): Promise<void> {
    await this.session.release();
  }
}
