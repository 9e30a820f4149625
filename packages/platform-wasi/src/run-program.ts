import { installPlatform, type Runtime, runtime, RuntimeError, until } from "@portalis/runtime";
import { errorText, inspect } from "./globals/inspect.js";
import { setUncaughtErrorHandler } from "./globals/uncaught-error.js";
import type { WasiInterfaces } from "./wasi-interfaces.js";
import { createWasiPlatform } from "./wasi-platform.js";
import type { WasiProgram } from "./wasi-program.js";

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
  const { program } = platform;
  installPlatform(platform);
  setUncaughtErrorHandler((error) => {
    report(program, error);
    program.exit(1);
  });
  try {
    platform.prime();
    const work = main();
    // The program's modules are evaluated in microtasks. They come first, so that one of them may configure the runtime.
    while (platform.checkpoint());
    const rt = runtime();
    rt.block(until(work));
    finish(rt);
  } catch (error) {
    report(program, error);
  }
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- what else leaves a component is a trap
  if (program.failed) throw undefined;
}

/** Runs what is left when the program's main part is through: tasks that nobody joined, timers still to go off. */
function finish(rt: Runtime): void {
  try {
    rt.block(until(new Promise(() => undefined)));
  } catch (error) {
    if (!(error instanceof RuntimeError)) throw error;
    // Nothing can happen any more: that is the end, as on a host whose loop has run empty.
  }
}

function report(program: WasiProgram, error: unknown): void {
  program.fail(`Uncaught ${error instanceof Error ? errorText(error) : inspect(error)}\n`);
}
