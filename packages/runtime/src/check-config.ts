import type { Capabilities, Platform } from "./platform.js";
import { PlatformNotSupportedError } from "./platform-not-supported-error.js";
import type { RuntimeConfig } from "./runtime-config.js";

const NO_WORKERS = 'Leave it out or use runtimeType "single-threaded": worker threads for blocking jobs are not built yet.';

/** @throws RangeError for a figure that makes no sense on any platform */
export function checkConfig({ slice, workerThreads, stackSize }: RuntimeConfig): void {
  if (slice !== undefined && !(slice > 0)) throw new RangeError(`Cannot make a runtime: slice must be more than 0 ms, not ${slice}.`);
  checkCount("workerThreads", workerThreads);
  checkCount("stackSize", stackSize);
}

/** @throws PlatformNotSupportedError for what `platform` cannot do */
export function checkSupport(config: RuntimeConfig, platform: Platform): void {
  const { runtimeType } = config;
  if (runtimeType === "multi-threaded") throw new PlatformNotSupportedError(`runtimeType "${runtimeType}"`, platform.name, NO_WORKERS);
  if (runtimeType === "browser-event-loop" && platform.name !== "browser") {
    const advice = 'Leave runtimeType out: it then follows the platform. In a page, import "@portalis/platform-browser".';
    throw new PlatformNotSupportedError(`runtimeType "${runtimeType}"`, platform.name, advice);
  }
  for (const option of ["workerThreads", "threadName", "stackSize"] as const) {
    if (config[option] !== undefined) throw new PlatformNotSupportedError(option, platform.name, NO_WORKERS);
  }
  const { network, fileSystem } = platform.capabilities;
  if (config.enableIo === true && !network && !fileSystem) {
    throw new PlatformNotSupportedError("enableIo", platform.name, "It has neither network nor files: leave enableIo out.");
  }
}

/** What a runtime of this configuration can do on `platform`. */
export function capabilitiesOf(config: RuntimeConfig, platform: Platform): Capabilities {
  const { capabilities } = platform;
  return config.enableIo === false ? { ...capabilities, network: false, fileSystem: false } : capabilities;
}

function checkCount(option: string, count: number | undefined): void {
  if (count !== undefined && !(Number.isSafeInteger(count) && count > 0)) {
    throw new RangeError(`Cannot make a runtime: ${option} must be a whole number above 0, not ${count}.`);
  }
}
