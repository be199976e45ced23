/**
 * Packages are loaded when a device is asked for, not when this folder is imported: the one back
 * end that is used then costs a few milliseconds, and the others nothing.
 *
 * `require` rather than `import()`: for these packages it is four times faster, and the kernel
 * compiles `import()` to it anyway.
 */
import { createRequire } from "node:module";
import { join } from "node:path";

/** Loads a package and takes the caller's word for what it exports. */
export function load<Exports>(packageName: string): Exports {
  return requireHere(packageName) as Exports;
}

/** The folder of a package's own package.json, or undefined where it isn't installed. */
export function packageFolder(packageName: string): string | undefined {
  try {
    return join(requireHere.resolve(`${packageName}/package.json`), "..");
  } catch {
    return undefined;
  }
}

const requireHere = createRequire(join(__dirname, "load.js"));
