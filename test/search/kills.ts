/**
 * npm run test:store-kills: adds to a store, kills it 200 times at random instants, cuts its newest
 * manifest now and then, and says whether all that was reported as done was always there. About
 * five minutes.
 *
 *   npm run test:store-kills -- 1000    as many kills as you like
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startProgress } from "../../src/core/progress";
import { createRng } from "../../src/core/rng";
import { killStoreAgainAndAgain } from "./killed-store";

async function main(): Promise<void> {
  const kills = Number(process.argv[2] ?? 200);
  if (!(Number.isInteger(kills) && kills > 0)) {
    throw new RangeError(`test:store-kills: how many kills? got ${process.argv[2]}`);
  }
  const seed = Date.now() % 2 ** 32;
  const folder = mkdtempSync(path.join(tmpdir(), "store-kills-"));
  console.log(`seed ${seed}, store and log in ${folder}`);
  const progress = startProgress({ label: "Killing", total: kills, unit: "kill" });
  const { done, whileWriting, yetThere, damaged, warnings } = await killStoreAgainAndAgain({
    ...{ kills, folder, rng: createRng(seed), changes: 12, damageEvery: 4 },
    onKill: (killed) => progress.update(killed),
  });
  progress.finish();
  console.log(
    `${kills} kills, ${whileWriting} in the middle of a change (${yetThere} of these were there ` +
      `all the same), ${damaged} newest manifests cut on purpose, ${warnings} warnings; all ` +
      `${done} changes that were reported as done were there, and no half document`,
  );
  rmSync(folder, { recursive: true });
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
