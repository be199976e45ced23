import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { createRng } from "../../src/core/rng";
import { procrustes } from "../../src/similarity/procrustes";
import golden from "../golden/maps.json";

const close = (got: ArrayLike<number>, wanted: ArrayLike<number>, tolerance = 1e-9) => {
  assert.equal(got.length, wanted.length);
  Array.from(got).forEach((value, i) => {
    assert.ok(Math.abs(value - wanted[i]!) <= tolerance, `${i}: ${value} is not ${wanted[i]}`);
  });
};
const triangle = [
  [0, 0],
  [1, 0],
  [0, 2],
];

describe("procrustes", () => {
  it("equals the turn, stretch and shift worked out by hand", () => {
    // A quarter turn (x, y) → (−y, x), three times as large, moved by (5, 1).
    const target = triangle.map(([x, y]) => [5 - 3 * y!, 1 + 3 * x!]);
    const { rotation, scale, translation, aligned, disparity } = procrustes(triangle, target);
    close(rotation.values, [0, 1, -1, 0]);
    close([scale], [3]);
    close(translation, [5, 1]);
    close(aligned.values, target.flat());
    close([disparity], [0]);
  });

  it("equals scipy's disparity", () => {
    close([procrustes(golden.turned, golden.map).disparity], [golden.disparity]);
  });

  it("flips where a turn alone would not do", () => {
    const mirrored = triangle.map(([x, y]) => [-x!, y!]);
    const { rotation, disparity } = procrustes(triangle, mirrored);
    close([disparity], [0]);
    close(
      [rotation.values[0]! * rotation.values[3]! - rotation.values[1]! * rotation.values[2]!],
      [-1],
    );
  });

  it("keeps the size without scaling", () => {
    const large = triangle.map((row) => row.map((x) => 10 * x));
    const { scale, aligned } = procrustes(triangle, large, { scaling: false });
    assert.equal(scale, 1);
    const side = Math.hypot(
      aligned.values[2]! - aligned.values[0]!,
      aligned.values[3]! - aligned.values[1]!,
    );
    close([side], [1]);
  });

  it("is not beaten by any other turn", () => {
    const rng = createRng(5);
    const cloud = () =>
      Array.from({ length: 20 }, () => [rng.normal(), rng.normal(), rng.normal()]);
    const [from, to] = [cloud(), cloud()];
    const { disparity, rotation } = procrustes(from, to);
    // A turned input is the same input: it must come to the same end.
    const turned = from.map(([x, y, z]) => [0.6 * x! - 0.8 * z!, y!, 0.8 * x! + 0.6 * z!]);
    close([procrustes(turned, to).disparity], [disparity]);
    for (let a = 0; a < 3; a++) {
      for (let b = 0; b < 3; b++) {
        let product = 0;
        for (let c = 0; c < 3; c++) {
          product += rotation.values[a * 3 + c]! * rotation.values[b * 3 + c]!;
        }
        close([product], [a === b ? 1 : 0]);
      }
    }
  });

  it("finds a turn for points on a line and for a single place", () => {
    const line = [
      [0, 0],
      [1, 1],
      [2, 2],
    ];
    const upright = [
      [4, 0],
      [4, 3],
      [4, 6],
    ];
    close(procrustes(line, upright).aligned.values, upright.flat());
    const still = [
      [1, 1],
      [1, 1],
      [1, 1],
    ];
    const { aligned, rotation } = procrustes(still, upright);
    close(aligned.values, [4, 3, 4, 3, 4, 3]);
    close(
      [
        Math.abs(
          rotation.values[0]! * rotation.values[3]! - rotation.values[1]! * rotation.values[2]!,
        ),
      ],
      [1],
    );
  });

  it("says what it got when the shapes differ", () => {
    assert.throws(() => procrustes(triangle, [[1, 2]]), /got \[3,2\] and \[1,2\]/);
    assert.throws(() => procrustes([], []), /not empty, got \[0,0\]/);
  });
});
