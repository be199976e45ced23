import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import { holdOutDocuments } from "../../src/data/held-out-documents";

const documents = Array.from({ length: 41 }, (_, i) => `document ${i}`);

describe("holdOutDocuments", () => {
  const split = holdOutDocuments(documents, { heldOutShare: 0.1, rng: createRng(1) });

  it("puts each document on one side, and the share on the held-out one", () => {
    assert.deepEqual([...split.heldOut, ...split.training].sort(), [...documents].sort());
    assert.equal(split.heldOut.length, 4);
  });

  it("holds the same ones out for a seed, whatever was drawn before, and others for another", () => {
    const rng = createRng(1);
    rng.uniform();
    assert.deepEqual(holdOutDocuments(documents, { heldOutShare: 0.1, rng }), split);
    const other = holdOutDocuments(documents, { heldOutShare: 0.1, rng: createRng(2) });
    assert.notDeepEqual(other.heldOut, split.heldOut);
  });

  it("wants a share", () => {
    assert.throws(
      () => holdOutDocuments(documents, { heldOutShare: 5, rng: createRng(1) }),
      /holdOutDocuments: heldOutShare must be between 0 and 1, got 5/,
    );
  });
});
