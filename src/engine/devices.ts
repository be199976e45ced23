/**
 * What this machine has, found out without loading anything heavy.
 */
import { readdirSync } from "node:fs";
import { cpus } from "node:os";

/** The processor's own name, such as "Intel(R) Xeon(R) Platinum 8488C". */
export function cpuName(): string {
  // On some ARM systems Node reports no name.
  return cpus()[0]?.model.trim().replace(/\s+/g, " ") || `${process.arch} processor`;
}

/** What a WebGPU adapter says of itself (the WebGPU standard, section "GPUAdapterInfo"). */
export interface AdapterInfo {
  vendor?: string;
  architecture?: string;
  device?: string;
  description?: string;
  isFallbackAdapter?: boolean;
}

/** The adapter's name for a reader; Dawn writes "nvidia-h200", with its driver as description. */
export function adapterName({ vendor, architecture, device, description }: AdapterInfo): string {
  const name = (device || `${vendor ?? ""} ${architecture ?? ""}`).replace(/-/g, " ").trim();
  return [name, description && `(${description})`].filter(Boolean).join(" ") || "unnamed GPU";
}

/**
 * True for a GPU imitated on the CPU. By its own flag, or by name: SwiftShader (Google), llvmpipe,
 * lavapipe and softpipe (Mesa), WARP and Basic Render (Microsoft).
 */
export function isSoftwareAdapter(info: AdapterInfo): boolean {
  if (info.isFallbackAdapter === true) return true;
  const names = [info.vendor, info.architecture, info.device, info.description].join(" ");
  return /swiftshader|llvmpipe|lavapipe|softpipe|\bwarp\b|basic render|software raster/i.test(
    names,
  );
}

/**
 * Why it isn't worth asking for a GPU, or undefined where it is. Looking at /dev takes no time;
 * asking Vulkan on a machine without a driver prints warnings that nobody can act on.
 *
 * @param environment where somebody may have named a Vulkan driver by hand; default process.env
 * @param devices     the names in /dev, null where there is no such list; default: this machine's
 */
export function reasonForNoGpu(
  environment: Record<string, string | undefined> = process.env,
  devices: readonly string[] | null = linuxDevices(),
): string | undefined {
  if (environment["VK_DRIVER_FILES"] || environment["VK_ICD_FILENAMES"]) return undefined;
  if (devices === null) return undefined;
  // dri: any driver of the kernel; nvidia0: NVIDIA's; dxg: Windows' GPU under WSL; kgsl, mali and
  // nvhost: phones and small boards.
  const isGpu = (name: string) => /^(dri|nvidia\d|dxg|kgsl|mali|nvhost)/.test(name);
  return devices.some(isGpu) ? undefined : "this machine has no GPU that Linux knows of";
}

/** Null on other systems, and where /dev can't be listed. */
function linuxDevices(): string[] | null {
  if (process.platform !== "linux") return null;
  try {
    return readdirSync("/dev");
  } catch {
    return null;
  }
}
