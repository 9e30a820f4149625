import { AsyncError } from "./async-error.js";

/**
 * The joined task was cancelled, so that there is no value to give. `cause` is the {@link CancelledError} it ended with.
 *
 * It is an error of its own so that whoever joins does not take the cancellation of another task for one of its own.
 */
export class JoinError extends AsyncError {
  override readonly name: string = "JoinError";
  override readonly code: string = "ERR_JOIN";
  /** The id of the task that was cancelled. */
  readonly task: number;

  constructor(message: string, task: number, options?: ErrorOptions) {
    super(message, options);
    this.task = task;
  }
}
