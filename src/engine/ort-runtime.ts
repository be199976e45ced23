/**
 * ONNX Runtime for Node, loaded when it is first needed.
 */
import type { InferenceSession, Tensor } from "onnxruntime-node";
import type { HostArray, HostType } from "./host-array";
import { load } from "./load";

/** The part of the package that is used here. */
export interface OrtRuntime {
  InferenceSession: {
    create(bytes: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession>;
  };
  Tensor: new (dtype: HostType, data: HostArray["data"], shape: readonly number[]) => Tensor;
}

export function ortRuntime(): OrtRuntime {
  return load<OrtRuntime>("onnxruntime-node");
}
