import { exitCode } from "./exit-code.js";

/** Ends a command: the message goes to stderr as it is, the exit code becomes that of the process. */
export class CommandError extends Error {
  readonly code = "ERR_COMMAND";
  readonly exitCode: number;

  static {
    CommandError.prototype.name = "CommandError";
  }

  /**
   * @param message one line without a period, or diagnostics, each with its place
   * @param code one of {@link exitCode}; the command line is at fault by default
   */
  constructor(message: string, code: number = exitCode.usage, options?: { cause?: unknown }) {
    super(message, options);
    this.exitCode = code;
  }
}
