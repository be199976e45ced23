/**
 * What the tests of this folder share: a notebook that remembers what was displayed, and a
 * progress file that nobody else uses.
 */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { MimeBundle, NotebookHost } from "../../src/core/notebook-host";

const KEY = Symbol.for("embedding-lab.notebook-host");

export interface StandIn {
  displayed: MimeBundle[];
  /** The last display as HTML, or as plain text. */
  html(): string;
  text(): string;
  progressFile: string;
  /** The folder that `progressFile` lies in. */
  folder: string;
  restore(): void;
}

export function startStandIn(): StandIn {
  const slots = process as unknown as Record<symbol, NotebookHost | undefined>;
  const before = { host: slots[KEY], progress: process.env.LAB_PROGRESS };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "lab-exercises-"));
  const progressFile = path.join(folder, "progress.json");
  const displayed: MimeBundle[] = [];
  slots[KEY] = {
    display: (bundle) => void displayed.push(bundle),
    update: () => {},
    onInterrupt: () => () => {},
  };
  process.env.LAB_PROGRESS = progressFile;
  return {
    displayed,
    html: () => String(displayed.at(-1)?.["text/html"]),
    text: () => String(displayed.at(-1)?.["text/plain"]),
    progressFile,
    folder,
    restore() {
      slots[KEY] = before.host;
      if (before.progress === undefined) delete process.env.LAB_PROGRESS;
      else process.env.LAB_PROGRESS = before.progress;
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
