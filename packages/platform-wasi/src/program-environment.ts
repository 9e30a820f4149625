import type { WasiInterfaces } from "./wasi-interfaces.js";

let interfaces: Pick<WasiInterfaces, "environment" | "exit"> | undefined;

/** Sets the host whose arguments, environment and exit a program sees; the start of a program does it. */
export function setProgramHost(host: Pick<WasiInterfaces, "environment" | "exit">): void {
  interfaces = host;
}

function host(action: string): Pick<WasiInterfaces, "environment" | "exit"> {
  if (interfaces === undefined) {
    throw new Error(`${action} needs a program that was started by runProgram(), as one built by buildComponent() is`);
  }
  return interfaces;
}

/**
 * The arguments of the program, without its name.
 *
 * @example
 * ```ts
 * const [file = "-"] = programArguments(); // wasmtime run program.wasm notes.txt
 * ```
 */
export function programArguments(): string[] {
  return host("programArguments()").environment.getArguments().slice(1);
}

/** The environment variables the host gives the program; none, unless it is told to. */
export function programEnvironment(): Record<string, string> {
  return Object.fromEntries(host("programEnvironment()").environment.getEnvironment());
}

/**
 * Ends the program at once with `code`, 0 to 255. No `finally` block runs, as with a process's `exit`.
 *
 * @throws RangeError when `code` is no exit code
 */
export function exitProgram(code: number): never {
  if (!Number.isInteger(code) || code < 0 || code > 255) {
    throw new RangeError(`exitProgram(${code}): an exit code is a whole number from 0 to 255`);
  }
  host("exitProgram()").exit.exitWithCode(code);
  throw new Error("The host went on after exit");
}
