import { AsyncError } from "./async-error.js";

/** A task cannot be started: the runtime is shut down, or what was given is not work. */
export class SpawnError extends AsyncError {
  override readonly name: string = "SpawnError";
  override readonly code: string = "ERR_SPAWN";
}
