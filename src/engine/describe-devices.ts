/**
 * describeDevices: all that can compute here, for both ways of the engine, what was chosen and why.
 *
 * Lesson: notebooks/00-start-here.ipynb
 */
import { compileDevices, type CompileDeviceReport } from "./compile-devices";
import { currentLab, startLab, type BackendReport } from "./lab";

export interface DevicesReport {
  /** What startLab considered for eager TensorFlow.js, down to the one it took. */
  readonly eager: readonly BackendReport[];
  /** What compile can run on; the first that is there and no imitation is what "auto" takes. */
  readonly compiled: readonly CompileDeviceReport[];
  /** A line for each, for a reader. */
  describe(): string;
}

/** Starts the lab's back end if none was started yet, and tries each device of compile once. */
export async function describeDevices(): Promise<DevicesReport> {
  const { report: eager } = currentLab() ?? (await startLab({ quiet: true }));
  const compiled = await compileDevices();
  const lines = [
    "Eager (startLab):",
    ...eager.map(({ backend, ...rest }) => line(backend, { ...rest, name: rest.device })),
    "Compiled (compile):",
    ...compiled.map(({ device, ...rest }) => line(device, rest)),
  ];
  const text = lines.join("\n");
  return { eager, compiled, describe: () => text };
}

interface Entry {
  available: boolean;
  name: string;
  reason: string;
}

function line(device: string, { available, name, reason }: Entry): string {
  return `  ${device.padEnd(11)}${available ? `${name} (${reason})` : `no: ${reason}`}`;
}
