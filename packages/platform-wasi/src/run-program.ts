import { installPlatform, type Runtime, runtime, RuntimeError, until } from "@portalis/runtime";
import { errorText, inspect } from "./globals/inspect.js";
import { setUncaughtErrorHandler } from "./globals/uncaught-error.js";
import { setProgramHost } from "./program-environment.js";
import type { WasiInterfaces } from "./wasi-interfaces.js";
import { createWasiPlatform, type WasiPlatform } from "./wasi-platform.js";

/**
 * Runs a program from its start to its end: the body of a component's `run`.
 *
 * It installs the platform, calls `main` and drives the loop until the promise that `main` gave is settled, and then, as
 * Node does, until no task and no timer is left that could still run. An error that nobody caught is written to stderr
 * and ends the program with exit code 1; so does a `main` that waits for something that can never happen, with the
 * runtime's list of who waits for what.
 *
 * The globals must be in place: `installGlobals` is called before this.
 *
 * @param interfaces the host
 * @param main the program
 * @throws undefined when the program failed: the one thing that the component's engine turns into a clean `err`, exit
 *   code 1, instead of a trap
 *
 * @example
 * ```ts
 * export const run = { run: () => runProgram(interfaces, () => main()) };
 * ```
 */
export function runProgram(interfaces: WasiInterfaces, main: () => PromiseLike<unknown>): void {
  const platform = createWasiPlatform(interfaces);
  installPlatform(platform);
  setProgramHost(interfaces);
  setUncaughtErrorHandler((error) => {
    report(platform, error);
    interfaces.exit.exitWithCode(1);
  });
  try {
    platform.prime();
    const rt = runtime();
    drive(rt, platform, main());
    finish(rt, platform);
  } catch (error) {
    report(platform, error);
    throw undefined;
  }
}

/** Runs the loop until `work` is settled. */
function drive(rt: Runtime, platform: WasiPlatform, work: PromiseLike<unknown>): void {
  let settled = false;
  const end = (): void => {
    settled = true;
  };
  work.then(end, end);
  for (;;) {
    try {
      rt.block(until(work));
      return;
    } catch (error) {
      // No task can run, but a timer or a pollable of the program's own may still go off.
      if (settled || !(error instanceof RuntimeError) || !platform.pending) throw error;
      platform.park(undefined);
      platform.checkpoint();
    }
  }
}

/** Runs what is left when the program's main part is through: tasks that nobody joined, timers still to go off. */
function finish(rt: Runtime, platform: WasiPlatform): void {
  const never = new Promise(() => undefined);
  try {
    drive(rt, platform, never);
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    // Nothing can happen any more: that is the end, as on a host whose loop has run empty.
  }
}

function report(platform: WasiPlatform, error: unknown): void {
  platform.write("stderr", `Uncaught ${error instanceof Error ? errorText(error) : inspect(error)}\n`);
}
