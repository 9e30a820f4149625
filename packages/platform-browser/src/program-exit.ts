/**
 * Thrown where a program in a page calls `exit`: a page cannot be ended from inside, only what runs can be left. Whoever
 * runs the page learns of the code; in an ordinary page the browser reports this error.
 */
export class ProgramExit extends Error {
  readonly code = "ERR_PROGRAM_EXIT";
  /** What the program has exited with. */
  readonly exitCode: number;

  static {
    ProgramExit.prototype.name = "ProgramExit";
  }

  constructor(exitCode: number) {
    super(`The program has exited with code ${String(exitCode)}`);
    this.exitCode = exitCode;
  }
}
