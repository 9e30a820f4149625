import {
  type BaseException,
  classDef,
  def,
  ExceptionGroup,
  F,
  type Float,
  type Py,
  nativeDef,
  raiseFrom,
  repr,
  RuntimeError,
  TimeoutError,
} from "@portalis/python";
import type { Coroutine } from "@portalis/runtime";
import { get_running_loop, type Handle } from "./events.js";
import { CancelledError } from "./exceptions.js";
import { seconds } from "./seconds.js";
import { current_task, type Task } from "./tasks.js";

/** In which state a {@link Timeout} is. */
export type TimeoutState = "created" | "active" | "expiring" | "expired" | "finished";

/**
 * A deadline for the body of an `async with`: {@link timeout} and {@link timeout_at} make it.
 *
 * When it fires, the task is cancelled; at the end of the body that cancellation, and no other, becomes TimeoutError. A body that swallows it
 * ends without an error. A cancellation from outside in the same iteration wins.
 */
export class Timeout {
  static readonly $class = true;
  static $name = "Timeout";
  static $module = "asyncio.timeouts";

  #state: TimeoutState = "created";
  #handle: Handle | null = null;
  #task: Task | null = null;
  #when: Float | null;
  /** The requests to cancel the task that there were before. */
  #requests = 0;

  constructor(when: Float | null) {
    this.#when = when;
  }

  /** The deadline in seconds of `loop.time()`, None: never. */
  when(): Float | null {
    return this.#when;
  }

  /** Moves the deadline; one that has passed fires in the next iteration. */
  reschedule(when: Float | null): null {
    if (this.#state !== "active") {
      throw new RuntimeError(this.#state === "created" ? "Timeout has not been entered" : `Cannot change state of ${this.#state} Timeout`);
    }
    this.#when = when;
    this.#handle?.cancel();
    if (when === null) {
      this.#handle = null;
      return null;
    }
    const loop = get_running_loop();
    const at = seconds(when);
    this.#handle = at <= loop._now() ? loop.call_soon(this.#expire) : loop.call_at(at, this.#expire);
    return null;
  }

  /** Whether it has fired. */
  expired(): boolean {
    return this.#state === "expiring" || this.#state === "expired";
  }

  /** Arms it. @throws RuntimeError when it was entered before, or no task runs */
  *__aenter__(): Coroutine<this> {
    this._enter();
    return this;
  }

  /** Disarms it and makes TimeoutError of its own cancellation. */
  *__aexit__(_type: Py, exception: Py, _traceback: Py): Coroutine<null> {
    this._leave(exception as BaseException | null);
    return null;
  }

  _enter(): void {
    if (this.#state !== "created") throw new RuntimeError("Timeout has already been entered");
    const task = current_task();
    if (task === null) throw new RuntimeError("Timeout should be used inside a task");
    this.#state = "active";
    this.#task = task;
    this.#requests = task.cancelling();
    this.reschedule(this.#when);
  }

  _leave(exception: BaseException | null): void {
    this.#handle?.cancel();
    this.#handle = null;
    if (this.#state === "active") {
      this.#state = "finished";
    } else if (this.#state === "expiring") {
      this.#state = "expired";
      if ((this.#task as Task).uncancel() > this.#requests || exception === null) return;
      if (exception instanceof CancelledError) throw raiseFrom(new TimeoutError(), exception, exception);
      putTimeoutError(exception);
      if (exception instanceof ExceptionGroup) for (const inner of exception.exceptions) putTimeoutError(inner as BaseException);
    }
  }

  readonly #expire = (): void => {
    this.#task?.cancel();
    this.#state = "expiring";
    this.#handle = null;
  };

  __repr__(): string {
    const when =
      this.#state === "active" ? ` when=${this.#when === null ? "None" : repr(F(Math.round(seconds(this.#when) * 1000) / 1000))}` : "";
    return `<Timeout [${this.#state}]${when}>`;
  }
}

nativeDef(Timeout, "Timeout", "(when)");
classDef(Timeout, "Timeout", {
  when: "()",
  reschedule: "(when)",
  expired: "()",
  __aenter__: "async ()",
  __aexit__: "async (exc_type, exc_val, exc_tb)",
});

/** Puts a TimeoutError in the place of the cancellation in the context of an error. */
function putTimeoutError(exception: BaseException): void {
  for (let error: BaseException = exception; error.__context__ !== null; error = error.__context__) {
    const context = error.__context__;
    if (!(context instanceof CancelledError)) continue;
    const timeoutError = new TimeoutError();
    timeoutError.__context__ = context;
    timeoutError.__cause__ = context;
    error.__context__ = timeoutError;
    return;
  }
}

/**
 * A deadline `delay` seconds from now for the body of an `async with`; None: never.
 *
 * @example
 * ```ts
 * const guard = yield* aenter(asyncio.timeout(0.5));
 * ```
 */
export function timeout(delay: Float | null): Timeout {
  const loop = get_running_loop();
  return new Timeout(delay === null ? null : F(loop._now() + seconds(delay, "+")));
}

/** A deadline at `when`, in seconds of `loop.time()`; None: never. */
export function timeout_at(when: Float | null): Timeout {
  return new Timeout(when);
}

def(timeout, "timeout", "(delay)");
def(timeout_at, "timeout_at", "(when)");
