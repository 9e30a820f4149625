import type { HostAbortSignal } from "./abort-signal-like.js";
import type { CancelledError } from "./cancelled-error.js";
import { PlatformNotSupportedError } from "./platform-not-supported-error.js";

interface Controller {
  readonly signal: HostAbortSignal;
  abort(reason: unknown): void;
}

/** The `AbortSignal` of a task, made by the host's own `AbortController`. */
export class TaskCancellation {
  /** What the last `abort` throws: the signal is aborted when it is thrown. */
  next: CancelledError | undefined = undefined;
  readonly #controller: Controller;

  constructor(platform: string) {
    const { AbortController } = globalThis as { AbortController?: new () => Controller };
    if (AbortController === undefined) {
      throw new PlatformNotSupportedError("signal", platform, "Use a coroutine: it needs no signal to be cancelled.");
    }
    this.#controller = new AbortController();
  }

  get signal(): HostAbortSignal {
    return this.#controller.signal;
  }

  /** `error` is thrown into the task. */
  thrown(error: unknown): void {
    if (this.next !== undefined && error === this.next) this.cancel(this.next);
  }

  cancel(error: CancelledError): void {
    this.#controller.abort(error);
  }
}
