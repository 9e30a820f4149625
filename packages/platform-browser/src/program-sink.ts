/**
 * Who runs a page as a program, and not just shows it, puts a {@link ProgramSink} under this symbol of the global object
 * before the program's first module is evaluated.
 */
export const PROGRAM_SINK: unique symbol = Symbol.for("portalis.program");

/** Takes a program's output and its end, and has its arguments and its environment. */
export interface ProgramSink {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  write(stream: "stdout" | "stderr", text: string): void;
  /** The program has ended; what it still does is of no interest. */
  exit(code: number): void;
  /** The program goes on after an error that nobody handled; `text` shows it. The exit code must not be 0. */
  uncaught(text: string): void;
}

/** The sink of this page, when it is run as a program. */
export function programSink(): ProgramSink | undefined {
  return (globalThis as { [PROGRAM_SINK]?: ProgramSink })[PROGRAM_SINK];
}
