/** Where in a source file something is, lines and columns from 1. */
export interface SourceLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/**
 * A program cannot be made into a component: its source is at fault, or asks for something WASI does not have.
 * The message begins with `file:line:col:` where the place is known and says what to do.
 */
export class BuildError extends Error {
  readonly code = "ERR_WASI_BUILD";
  readonly location: SourceLocation | undefined;
  /** The message without the place. */
  readonly reason: string;

  static {
    BuildError.prototype.name = "BuildError";
  }

  constructor(message: string, options: { location?: SourceLocation | undefined; cause?: unknown } = {}) {
    const { location, cause } = options;
    const place = location === undefined ? "" : `${location.file}:${location.line}:${location.column}: `;
    super(`${place}${message}`, cause === undefined ? undefined : { cause });
    this.location = location;
    this.reason = message;
  }
}
