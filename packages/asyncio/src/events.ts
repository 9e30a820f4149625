import {
  call,
  caught,
  classDef,
  contextvars,
  def,
  type Float,
  KeyboardInterrupt,
  nativeDef,
  type Py,
  RuntimeError,
  SystemExit,
} from "@portalis/python";
import { ReadyEntry, type Scheduler } from "@portalis/runtime/kernel";
import type { EventLoop } from "./base-events.js";
import { callbackText } from "./callback-text.js";
import { beginCallback, endCallback, type RunsOnLoop, runningLoop } from "./running-loop.js";

/**
 * A callback that waits for its turn: what `loop.call_soon` returns.
 *
 * Cancelling keeps its place in the iteration; it is skipped there.
 */
export class Handle extends ReadyEntry implements RunsOnLoop {
  static readonly $class = true;
  static $name = "Handle";
  static $module = "asyncio.events";

  readonly _loop: EventLoop;
  readonly _context: contextvars.Context;
  _callback: Py;
  _args: readonly Py[];
  _cancelled = false;

  /** @param context the context to run in; default: a copy of the current one */
  constructor(callback: Py, args: readonly Py[], loop: EventLoop, context: Py = null) {
    super();
    this._callback = callback;
    this._args = args;
    this._loop = loop;
    this._context = context === null ? contextvars.copy_context() : (context as contextvars.Context);
  }

  /** The context that the callback runs in. */
  get_context(): contextvars.Context {
    return this._context;
  }

  /** Takes the call back. Cancelling again, or after the call, does nothing. */
  cancel(): null {
    this._cancelled = true;
    this._callback = null;
    this._args = [];
    return null;
  }

  /** Whether it was cancelled. */
  cancelled(): boolean {
    return this._cancelled;
  }

  /**
   * Calls the callback. What it raises goes to the loop's exception handler; SystemExit and KeyboardInterrupt end the run.
   */
  override run(): void {
    if (this._cancelled || this._loop._closed) return;
    const outer = beginCallback(this);
    try {
      call(this._callback, ...this._args);
    } catch (error) {
      this._failed(caught(error));
    } finally {
      endCallback(outer);
    }
  }

  _failed(exception: Py): void {
    if (exception instanceof SystemExit || exception instanceof KeyboardInterrupt) {
      this._loop._interrupt(exception);
      return;
    }
    this._loop._report(`Exception in callback ${callbackText(this._callback)}`, exception, ["handle", this]);
  }

  __repr__(): string {
    return `<${this._repr_info().join(" ")}>`;
  }

  _repr_info(): string[] {
    const info = [(this.constructor as typeof Handle).$name];
    if (this._cancelled) info.push("cancelled");
    if (this._callback !== null) info.push(callbackText(this._callback));
    return info;
  }
}

/** A callback with a deadline: what `loop.call_later` and `loop.call_at` return. */
export class TimerHandle extends Handle {
  static override $name = "TimerHandle";
  static override $module = "asyncio.events";

  readonly _when: Float;
  /** The links of the loop's list of timers. Belong to the loop. */
  before: TimerHandle | undefined = undefined;
  after: TimerHandle | undefined = undefined;

  constructor(when: Float, callback: Py, args: readonly Py[], loop: EventLoop, context: Py = null) {
    super(callback, args, loop, context);
    this._when = when;
  }

  /** The deadline, in seconds of `loop.time()`. */
  when(): Float {
    return this._when;
  }

  override cancel(): null {
    if (!this._cancelled) this._loop._timers.remove(this);
    return super.cancel();
  }

  override expire(scheduler: Scheduler): void {
    this._loop._timers.expired(this);
    scheduler.ready(this);
  }

  override _repr_info(): string[] {
    const info = super._repr_info();
    info.splice(this._cancelled ? 2 : 1, 0, `when=${String(this._when)}`);
    return info;
  }
}

classDef(Handle, "Handle", { cancel: "()", cancelled: "()", get_context: "()" });
classDef(TimerHandle, "TimerHandle", { cancel: "()", when: "()" });

/**
 * The loop that runs the calling task or callback.
 *
 * @throws RuntimeError `no running event loop` outside of asyncio's tasks and callbacks
 */
export function get_running_loop(): EventLoop {
  const loop = runningLoop();
  if (loop === undefined) throw new RuntimeError("no running event loop");
  return loop;
}

/** The running loop or None. */
export function _get_running_loop(): EventLoop | null {
  return runningLoop() ?? null;
}

def(get_running_loop, "get_running_loop", "()");
nativeDef(_get_running_loop, "_get_running_loop", "()");
