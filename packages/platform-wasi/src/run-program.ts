import { installPlatform, runtime, until } from "@portalis/runtime";
import { setUncaughtErrorHandler } from "./globals/uncaught-error.js";
import { errorText, inspect } from "./globals/inspect.js";
import type { WasiInterfaces } from "./wasi-interfaces.js";
import { createWasiPlatform } from "./wasi-platform.js";

export function runProgram(interfaces: WasiInterfaces, main: () => PromiseLike<unknown>): void {
  const platform = createWasiPlatform(interfaces);
  installPlatform(platform);
  const report = (error: unknown): void => {
    platform.write("stderr", `Uncaught ${error instanceof Error ? errorText(error) : inspect(error)}\n`);
  };
  setUncaughtErrorHandler((error) => {
    report(error);
    interfaces.exit.exitWithCode(1);
  });
  try {
    platform.prime();
    runtime().block(until(main()));
  } catch (error) {
    report(error);
    throw undefined;
  }
}
