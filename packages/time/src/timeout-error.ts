import { AsyncError } from "@portalis/runtime";

/** A deadline passed before the work was done. The work has cleaned up by then. */
export class TimeoutError extends AsyncError {
  override readonly name: string = "TimeoutError";
  override readonly code: string = "ERR_TIMEOUT";
  /** For how many milliseconds the work ran, its cleanup included. */
  readonly elapsed: number;

  constructor(message: string, elapsed: number, options?: ErrorOptions) {
    super(message, options);
    this.elapsed = elapsed;
  }
}
