import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import * as tf from "../../src/core/tf";
import { compile } from "../../src/engine/compile";
import { startLab } from "../../src/engine/lab";
import { assertLeaves } from "../support/leaks";
import { GOLDEN, valueAndGradients, type Given, type GoldenCase } from "./golden-cases";

/** float32 against the file's float64, absolute or relative to the size of the value. */
const TOLERANCE = 1e-5;

describe("losses, value and gradients against PyTorch", () => {
  for (const backend of ["cpu", "wasm"] as const) {
    describe(`eager on ${backend}`, () => {
      let given: Given;
      before(async () => {
        await startLab({ backend, quiet: true });
        given = tensors();
      });
      after(() => Object.values(given).forEach((tensor) => tensor.dispose()));

      for (const golden of GOLDEN.cases) {
        it(golden.name, () => {
          const count = 1 + golden.inputs.length;
          const results = assertLeaves(count, () => valueAndGradients(golden, given));
          for (const [name, tensor] of Object.entries(results)) {
            close(tensor.dataSync(), expected(golden, name), `${golden.name}, ${name}`);
            tensor.dispose();
          }
        });
      }
    });
  }

  describe("compiled, for any number of rows", () => {
    before(() => startLab({ backend: "cpu", quiet: true }));

    for (const golden of GOLDEN.cases) {
      it(golden.name, async () => {
        const step = await compile(
          (given) => ({ outputs: valueAndGradients(golden, given as Given) }),
          { inputs: specs(), threads: 1 },
        );
        const feeds = tensors();
        try {
          const results = await step.run(feeds);
          for (const [name, { data }] of Object.entries(results)) {
            close(Array.from(data), expected(golden, name), `${golden.name}, ${name}`);
          }
        } finally {
          await step.dispose();
          Object.values(feeds).forEach((tensor) => tensor.dispose());
        }
      });
    }
  });
});

function tensors(): Given {
  const entries = Object.entries(GOLDEN.inputs).map(([name, values]) => {
    return [name, tf.tensor(values, undefined, dtypeOf(name))] as const;
  });
  return Object.fromEntries(entries) as Given;
}

function specs() {
  const fixed: Record<string, (number | string)[]> = { W: [3, 24], b: [3] };
  const entries = Object.entries(GOLDEN.inputs).map(([name, values]) => {
    const shape = fixed[name] ?? (Array.isArray(values[0]) ? ["B", 8] : ["B"]);
    return [name, { dtype: dtypeOf(name), shape }] as const;
  });
  return Object.fromEntries(entries);
}

function dtypeOf(name: string): "int32" | "float32" {
  return name === "labels3" || name === "binary" ? "int32" : "float32";
}

function expected(golden: GoldenCase, name: string): number[] {
  return name === "value" ? [golden.value] : golden.grads[name]!.flat();
}

function close(actual: ArrayLike<number>, wanted: number[], label: string): void {
  assert.equal(actual.length, wanted.length, label);
  wanted.forEach((value, i) => {
    const error = Math.abs(actual[i]! - value) / Math.max(1, Math.abs(value));
    assert.ok(error <= TOLERANCE, `${label} [${i}]: got ${actual[i]}, expected ${value}`);
  });
}
