import { checkConfig } from "./check-config.js";
import { kernel } from "./kernel-state.js";
import type { Work } from "./operation.js";
import type { Platform } from "./platform.js";
import { Runtime } from "./runtime.js";
import type { RuntimeConfig } from "./runtime-config.js";
import { RuntimeError } from "./runtime-error.js";
import type { SpawnOptions } from "./spawn-on.js";
import type { TaskHandle } from "./task-handle.js";

/**
 * The global runtime, made at first use. All loaded copies of this package share it.
 *
 * @example
 * ```ts
 * console.log(runtime().platform.name); // "node"
 * ```
 */
export function runtime(): Runtime {
  return (kernel.runtime ??= new Runtime(kernel.config));
}

/**
 * Sets how the global runtime will be made.
 *
 * @throws RuntimeError when it was made already: call this before anything runs; RangeError for a figure that makes no sense. What the
 *   platform cannot do is said when the runtime is made, because the platform may be installed later.
 *
 * @example
 * ```ts
 * configureRuntime({ slice: 2 });
 * ```
 */
export function configureRuntime(config: RuntimeConfig): void {
  if (kernel.runtime !== undefined) {
    throw new RuntimeError("Cannot configure the global runtime: it was used already. Call configureRuntime before anything runs.");
  }
  checkConfig(config);
  kernel.config = config;
}

/**
 * Replaces the global runtime until it is disposed: for tests.
 *
 * @example
 * ```ts
 * const replaced = withRuntime(new Runtime({ platform: simulated }));
 * // ...
 * replaced[Symbol.dispose]();
 * ```
 */
export function withRuntime(rt: Runtime): Disposable {
  const before = kernel.runtime;
  kernel.runtime = rt;
  return {
    [Symbol.dispose](): void {
      if (kernel.runtime === rt) kernel.runtime = before;
    },
  };
}

/**
 * Makes `platform` the one that new runtimes run on, the global one among them. Platform packages call this when they are imported; the last
 * one wins. A runtime that exists keeps what it has.
 */
export function installPlatform(platform: Platform): void {
  kernel.platform = platform;
}

/** The runtime of the task or callback that is running, else the global one. */
export function currentRuntime(): Runtime {
  return kernel.running?.runtime ?? runtime();
}

/**
 * Starts a task: inside a task on that task's runtime, else on the global one. Its first step runs in a later turn, behind what is ready
 * already.
 *
 * @example
 * ```ts
 * const handle = spawn(worker(rx));
 * await handle.join();
 * ```
 */
export function spawn<T>(work: Work<T>, options?: SpawnOptions): TaskHandle<T> {
  return currentRuntime().spawn(work, options);
}

/**
 * Starts a task and gives its result as a promise.
 *
 * @example
 * ```ts
 * await run(main());
 * ```
 */
export function run<T>(work: Work<T>): Promise<T> {
  return currentRuntime().run(work);
}
