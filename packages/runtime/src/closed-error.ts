import { AsyncError } from "./async-error.js";

/** What was waited for was closed: a semaphore, a queue. It lives here because primitives of more than one package throw it. */
export class ClosedError extends AsyncError {
  override readonly name: string = "ClosedError";
  override readonly code: string = "ERR_CLOSED";
}
