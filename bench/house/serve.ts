/** Our side of house/turns.ts: answers orders on stdin with times and values. */
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

/** What one order does, and a number to compare with the other sides. */
export type Act = () => Promise<number>;

/** @param prepare what is done once, and timed by itself: compiling, say */
export async function serve(prepare: () => Promise<Act>): Promise<void> {
  const start = performance.now();
  const act = await prepare();
  const prepareSeconds = (performance.now() - start) / 1000;
  answer({ version: `Node ${process.versions.node}`, prepareSeconds });
  for await (const order of createInterface({ input: process.stdin })) {
    if (order.startsWith("end")) break;
    answer(await timed(act, Number(order.split(" ")[1])));
  }
  answer({ peakBytes: peakBytes() });
  process.exit();
}

async function timed(act: Act, times: number) {
  const [seconds, cpuSeconds, values]: [number[], number[], number[]] = [[], [], []];
  for (let i = 0; i < times; i++) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    values.push(await act());
    seconds.push((performance.now() - start) / 1000);
    const { user, system } = process.cpuUsage(cpu);
    cpuSeconds.push((user + system) / 1e6);
  }
  return { seconds, cpuSeconds, values };
}

function peakBytes(): number {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}

function answer(message: object): void {
  process.stdout.write(`${JSON.stringify(message)}\n`);
}
