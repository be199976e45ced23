/**
 * npm run test:kills: trains, kills the training 200 times at random instants, and says whether it
 * ended with the same bits as one that nobody disturbed. About five minutes.
 *
 *   npm run test:kills -- 1000    as many kills as you like
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createRng } from "../../src/core/rng";
import { startProgress } from "../../src/core/progress";
import { killAgainAndAgain } from "./killed-run";

async function main(): Promise<void> {
  const kills = Number(process.argv[2] ?? 200);
  if (!(Number.isInteger(kills) && kills > 0)) {
    throw new RangeError(`test:kills: how many kills? got ${process.argv[2]}`);
  }
  const seed = Date.now() % 2 ** 32;
  const folder = mkdtempSync(path.join(tmpdir(), "kills-"));
  console.log(`seed ${seed}, checkpoints and logs in ${folder}`);
  const progress = startProgress({ label: "Killing", total: kills, unit: "kill" });
  const found = await killAgainAndAgain({
    ...{ kills, folder, rng: createRng(seed), longest: 700, damageEvery: 10 },
    onKill: (killed) => progress.update(killed),
  });
  progress.finish();
  const { whileSaving, damaged, reported, steps, compared } = found;
  console.log(
    `${kills} kills, ${whileSaving} while saving, ${damaged} newest checkpoints damaged on purpose ` +
      `(${reported} reports); ${compared} losses over ${steps} steps, all equal to the bit`,
  );
  rmSync(folder, { recursive: true });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
