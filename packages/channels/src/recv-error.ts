import { AsyncError } from "@portalis/runtime";

/** There is no value and there will be none: the sender has closed without sending. `code` is `ERR_RECV`. */
export class RecvError extends AsyncError {
  override readonly name: string = "RecvError";
  override readonly code: string = "ERR_RECV";
}
