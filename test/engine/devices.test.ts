import { describe, it } from "node:test";
import assert from "node:assert/strict";
import { adapterName, cpuName, isSoftwareAdapter, reasonForNoGpu } from "../../src/engine/devices";

describe("isSoftwareAdapter", () => {
  it("knows the software renderers by name, in whichever field it stands", () => {
    const software = [
      { vendor: "google", architecture: "swiftshader" },
      { vendor: "mesa", device: "llvmpipe-llvm-15.0.6-256-bits" },
      { vendor: "", description: "lavapipe" },
      { vendor: "microsoft", architecture: "warp" },
      { vendor: "microsoft", description: "Microsoft Basic Render Driver" },
    ];
    for (const info of software) assert.equal(isSoftwareAdapter(info), true, JSON.stringify(info));
  });
  it("believes an adapter that calls itself a fallback", () => {
    assert.equal(isSoftwareAdapter({ vendor: "acme", isFallbackAdapter: true }), true);
  });
  it("takes real GPUs for real, also one with warp inside a longer word", () => {
    const real = [
      { vendor: "nvidia", architecture: "hopper", device: "nvidia-h200" },
      { vendor: "amd", architecture: "rdna-3", description: "AMD Radeon RX 7900 XTX (RADV)" },
      { vendor: "apple", architecture: "common-3", isFallbackAdapter: false },
      { vendor: "intel", device: "warpaint-9" },
    ];
    for (const info of real) assert.equal(isSoftwareAdapter(info), false, JSON.stringify(info));
  });
});

describe("adapterName", () => {
  it("puts the device first and the driver in brackets", () => {
    assert.equal(
      adapterName({ device: "nvidia-h200", description: "550.1" }),
      "nvidia h200 (550.1)",
    );
  });
  it("falls back to vendor and architecture, then to a plain word", () => {
    assert.equal(adapterName({ vendor: "apple", architecture: "common-3" }), "apple common 3");
    assert.equal(adapterName({}), "unnamed GPU");
  });
});

describe("reasonForNoGpu", () => {
  it("finds none where Linux lists no GPU device", () => {
    assert.match(reasonForNoGpu({}, ["null", "tty", "shm"]) ?? "", /no GPU/);
  });
  it("finds one by each vendor's device name", () => {
    for (const name of ["dri", "nvidia0", "dxg", "mali0", "kgsl-3d0", "nvhost-gpu"]) {
      assert.equal(reasonForNoGpu({}, ["null", name]), undefined, name);
    }
  });
  it("does not take the driver's control node alone for a GPU", () => {
    assert.notEqual(reasonForNoGpu({}, ["nvidiactl", "nvidia-uvm"]), undefined);
  });
  it("asks Vulkan when somebody named a driver, and on systems without /dev", () => {
    assert.equal(reasonForNoGpu({ VK_DRIVER_FILES: "/x.json" }, []), undefined);
    assert.equal(reasonForNoGpu({}, null), undefined);
  });
});

describe("cpuName", () => {
  it("is one line with something to read", () => assert.match(cpuName(), /^\S.*\S$/));
});
