import { AsyncError } from "@portalis/runtime";

/** A simulated schedule went wrong. `cause` is what the work threw; the message says how to see it again. */
export class SimulationError extends AsyncError {
  override readonly name: string = "SimulationError";
  override readonly code: string = "ERR_SIMULATION";
  /** The choices of the schedule: give it to `order: { replay }`. */
  readonly replay: string;
  /** What ran, in order. */
  readonly trace: readonly string[];

  /** @internal */
  constructor(message: string, replay: string, trace: readonly string[], cause: unknown) {
    super(message, { cause });
    this.replay = replay;
    this.trace = trace;
  }
}
