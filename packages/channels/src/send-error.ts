import { AsyncError } from "@portalis/runtime";

/** A value could not be sent: the channel is closed. `code` is `ERR_SEND`. */
export class SendError<T = unknown> extends AsyncError {
  override readonly name: string = "SendError";
  override readonly code: string = "ERR_SEND";
  /** The value that was not sent, handed back. `undefined` when places were asked for, not a value sent. */
  readonly value: T;

  constructor(message: string, value: T) {
    super(message);
    this.value = value;
  }
}
