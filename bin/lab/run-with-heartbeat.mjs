/** Runs one of the installers, which may take minutes, and says every few seconds that it does. */
import { spawn } from "node:child_process";
import { heartbeat } from "./say.mjs";

/**
 * @param options.env variables besides those of this process
 * @param options.describe the line to say after so many seconds
 * @param options.everySeconds how often; default 5
 * @param options.cwd where it runs; default: here
 * @param options.stdout "inherit" shows what it prints; default "ignore"
 * @returns {Promise<{ status: number | string | null, complaint: string }>} its exit status, or
 *   why it could not be started; and what it wrote to standard error
 */
export async function runWithHeartbeat(
  command,
  args,
  { env = {}, describe, everySeconds = 5, cwd, stdout = "ignore" },
) {
  const stop = heartbeat(describe, everySeconds);
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", stdout, "pipe"],
  });
  let complaint = "";
  child.stderr.on("data", (text) => (complaint += text));
  const status = await new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", resolve);
  });
  stop();
  return { status, complaint };
}
