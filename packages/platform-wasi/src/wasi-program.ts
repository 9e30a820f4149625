import type { ProgramHost } from "@portalis/runtime";
import { errorText } from "./globals/inspect.js";
import { createWriter } from "./output-writer.js";
import type { WasiInterfaces } from "./wasi-interfaces.js";

/** What a component has of its process: output, arguments, environment, exit. */
export class WasiProgram implements ProgramHost {
  readonly #interfaces: WasiInterfaces;
  readonly #write: ProgramHost["write"];
  #failed = false;

  constructor(interfaces: WasiInterfaces) {
    this.#interfaces = interfaces;
    this.#write = createWriter(interfaces);
  }

  /** Writes `text` as it is, flushed before this returns. Output that nobody reads any more is dropped. */
  write(stream: "stdout" | "stderr", text: string): void {
    this.#write(stream, text);
  }

  /** The arguments of the program, without its name. */
  args(): string[] {
    return this.#interfaces.environment.getArguments().slice(1);
  }

  /** The environment variables the host gives the program; none, unless it is told to. */
  env(): Record<string, string> {
    return Object.fromEntries(this.#interfaces.environment.getEnvironment());
  }

  /**
   * Ends the program at once with `code`, 0 to 255. No `finally` block runs, as with a process's `exit`.
   *
   * @throws RangeError when `code` is no exit code
   */
  exit(code: number): never {
    if (!Number.isInteger(code) || code < 0 || code > 255) {
      throw new RangeError(`Cannot exit with code ${code}: an exit code is a whole number from 0 to 255`);
    }
    this.#interfaces.exit.exitWithCode(code);
    throw new Error("The host went on after exit");
  }

  /** Whether an error was reported that nobody had handled: the program's exit code must not be 0 then. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Writes `text` to stderr; the program goes on, and fails when it ends. */
  fail(text: string): void {
    this.#failed = true;
    this.#write("stderr", text);
  }

  /** Shows an error that nobody handled; the program goes on, and fails when it ends. */
  uncaught(error: unknown, text: string): void {
    // The engine's `stack` lacks what other engines begin it with: the error's name and message.
    this.fail(error instanceof Error && error.stack ? text.replace(error.stack, () => errorText(error)) : text);
  }
}
