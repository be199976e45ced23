/**
 * Tells Jupyter of the lab's kernel, and gives Jupyter folders inside the repository for all that
 * it would keep in the user's home: settings, signatures of trusted notebooks, run-time files.
 */
import fs from "node:fs";
import path from "node:path";
import { writeJson } from "./memory.mjs";
import { JUPYTER_HOME, ROOT } from "./root.mjs";

export const KERNEL_NAME = "embedding-lab";

const SETTINGS = {
  // JupyterLab asks on its first start whether to fetch news from the network.
  "@jupyterlab/apputils-extension/notification.jupyterlab-settings": {
    fetchNews: "false",
    checkForUpdates: false,
  },
  // A learner without the server for language services should not meet a warning about it.
  "@jupyterlab/completer-extension/manager.jupyterlab-settings": { autoCompletion: false },
};

export function writeKernelSpec() {
  const spec = {
    argv: [process.execPath, path.join(ROOT, "bin", "kernel.cjs"), "{connection_file}"],
    display_name: "TypeScript (Embedding Lab)",
    language: "typescript",
    interrupt_mode: "signal",
    metadata: { debugger: false },
  };
  writeJson(path.join(JUPYTER_HOME, "kernels", KERNEL_NAME, "kernel.json"), spec);
  for (const [name, settings] of Object.entries(SETTINGS)) {
    const file = path.join(JUPYTER_HOME, "lab", "user-settings", name);
    if (!fs.existsSync(file)) writeJson(file, settings);
  }
}

/** Environment variables for every Jupyter program that the lab starts. */
export function jupyterEnvironment({ backend } = {}) {
  const paths = [JUPYTER_HOME, process.env.JUPYTER_PATH].filter(Boolean);
  return {
    ...process.env,
    JUPYTER_PATH: paths.join(path.delimiter),
    JUPYTER_CONFIG_DIR: path.join(JUPYTER_HOME, "config"),
    JUPYTER_DATA_DIR: path.join(JUPYTER_HOME, "data"),
    JUPYTER_RUNTIME_DIR: path.join(JUPYTER_HOME, "runtime"),
    JUPYTERLAB_SETTINGS_DIR: path.join(JUPYTER_HOME, "lab", "user-settings"),
    JUPYTERLAB_WORKSPACES_DIR: path.join(JUPYTER_HOME, "lab", "workspaces"),
    IPYTHONDIR: path.join(JUPYTER_HOME, "ipython"),
    PYTHONPYCACHEPREFIX: path.join(JUPYTER_HOME, "pycache"),
    ...(backend ? { LAB_BACKEND: backend } : {}),
  };
}
