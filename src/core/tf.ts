/**
 * TensorFlow.js, the lab's tensors: this file alone names the package, so that every module of the
 * lab shares one copy and the choice of package can change in one place.
 *
 * Only the core is loaded (0.02 s). The devices that compute are chosen by src/engine/lab.ts.
 */
export * from "@tensorflow/tfjs-core";
