/**
 * The bridge to whoever runs the cells: the Jupyter kernel (bin/kernel.cjs), or the runner that
 * needs no Python (bin/run-notebook.cjs). Both put a host in place; in a terminal there is none.
 */

/** One output in several forms, keyed by MIME type: the page shows the richest one it can. */
export type MimeBundle = Record<string, unknown>;

export interface NotebookHost {
  /** Adds an output below the running cell; with an id, it can be replaced later. */
  display(bundle: MimeBundle, options?: { id?: string }): void;
  /** Replaces what was displayed with this id; a saved notebook holds only the last. */
  update(id: string, bundle: MimeBundle): void;
  /** Calls the listener when the user interrupts the cell; returns how to stop listening. */
  onInterrupt(listener: () => void): () => void;
  /** How the value of a cell's last expression is shown; set by src/figures/show.ts. */
  formatResult?: (value: unknown) => MimeBundle | undefined;
}

const KEY = Symbol.for("embedding-lab.notebook-host");

/** The host, or undefined outside a notebook. */
export function notebookHost(): NotebookHost | undefined {
  return (process as unknown as Record<symbol, NotebookHost | undefined>)[KEY];
}
