import { AsyncError } from "@portalis/runtime";

/** A receiver of a broadcast was too slow and missed values. `code` is `ERR_LAGGED`. The next `recv()` goes on with the oldest that is left. */
export class LaggedError extends AsyncError {
  override readonly name: string = "LaggedError";
  override readonly code: string = "ERR_LAGGED";
  /** How many values this receiver missed. */
  readonly skipped: number;

  constructor(skipped: number) {
    super(`Cannot receive every value: the receiver was too slow and missed ${skipped}. Receive more often or make the channel larger.`);
    this.skipped = skipped;
  }
}
