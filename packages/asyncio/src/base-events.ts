import {
  asyncGenerator,
  asyncGenHooks,
  type BaseException,
  callable,
  contextvars,
  call,
  caught,
  classDef,
  D,
  describeException,
  Exception,
  F,
  type Dict,
  type Float,
  KeyboardInterrupt,
  nativeDef,
  type Py,
  repr,
  RuntimeError,
  SystemExit,
  TypeError,
} from "@portalis/python";
import type { Coroutine } from "@portalis/runtime";
import type { Scheduler } from "@portalis/runtime/kernel";
import { Handle, TimerHandle } from "./events.js";
import { Future } from "./futures.js";
import { ensure_future } from "./ensure-future.js";
import { gather } from "./gather.js";
import { runningLoop } from "./running-loop.js";
import { seconds } from "./seconds.js";
import { splitOptions } from "./split-options.js";
import { Task, type TaskOptions } from "./tasks.js";
import { TimerList } from "./timer-list.js";

/** Called when the loop has ended or was told to. */
export type Stopped = () => void;

/**
 * The event loop of one `asyncio.run`: callbacks, timers and tasks on a scheduler of the runtime.
 *
 * One turn of the scheduler is one iteration of CPython's loop. What is ready when it begins runs in order; what that makes ready runs in the next
 * one, then the timers that are due, by deadline and then in order of creation.
 */
export class EventLoop {
  static readonly $class = true;
  static $name = "EventLoop";
  static $module = "asyncio";

  readonly _scheduler: Scheduler;
  readonly _timers: TimerList;
  /** The context of the program's start. */
  readonly _context: contextvars.Context = contextvars.copy_context();
  /** Futures whose exception nobody has looked at yet, in order of failure. */
  readonly _unretrieved: Set<Future> = new Set<Future>();
  /** Asynchronous generators that were started and not finished. */
  readonly _asyncgens: Set<Py> = new Set<Py>();
  _running = false;
  _closed = false;
  _exception_handler: Py = null;
  _interrupted: Stopped | undefined = undefined;
  _exit: BaseException | undefined = undefined;

  constructor(scheduler: Scheduler) {
    this._scheduler = scheduler;
    this._timers = new TimerList(scheduler);
  }

  /** The loop's clock, in seconds from some point in the past. */
  time(): Float {
    return F(this._now());
  }

  _now(): number {
    // Whole nanoseconds, as CPython's clock: `0.1 * 1000 / 1000` gives 0.1 again.
    return Math.round(this._scheduler.now() * 1e6) / 1e9;
  }

  /** Calls `callback(...args)` in the next iteration, after what is ready already. */
  call_soon(callback: Py, ...args: Py[]): Handle {
    this._check_closed();
    const given = splitOptions(args);
    const handle = new Handle(callback, given.args, this, given.options["context"] ?? null);
    this._scheduler.ready(handle);
    return handle;
  }

  /** As {@link EventLoop.call_soon}: there is one thread. */
  call_soon_threadsafe(callback: Py, ...args: Py[]): Handle {
    return this.call_soon(callback, ...args);
  }

  /** Calls `callback(...args)` after `delay` seconds. Zero means the next iteration, after everything that is ready then. */
  call_later(delay: Py, callback: Py, ...args: Py[]): TimerHandle {
    if (delay === null) throw new TypeError("delay must not be None");
    return this._call_at(this._now() + seconds(delay, "+"), callback, args);
  }

  /** Calls `callback(...args)` at `when`, in seconds of {@link EventLoop.time}. Equal deadlines go off in order of creation. */
  call_at(when: Py, callback: Py, ...args: Py[]): TimerHandle {
    if (when === null) throw new TypeError("when cannot be None");
    return this._call_at(seconds(when, "<"), callback, args);
  }

  _call_at(when: number, callback: Py, args: readonly Py[]): TimerHandle {
    this._check_closed();
    const given = splitOptions(args);
    const timer = new TimerHandle(F(when), callback, given.args, this, given.options["context"] ?? null);
    this._timers.add(timer, when * 1000);
    return timer;
  }

  /** A pending future of this loop. */
  create_future(): Future {
    return new Future<Py>({ loop: this });
  }

  /** A task of this loop. */
  create_task<T>(coro: Coroutine<T>, { name = null, context = null }: Omit<TaskOptions, "loop"> = {}): Task<T> {
    this._check_closed();
    return new Task(coro, { name, context, loop: this });
  }

  /** Whether it runs: from the start of `asyncio.run` to its end. */
  is_running(): boolean {
    return this._running;
  }

  /** Whether it has ended for good. */
  is_closed(): boolean {
    return this._closed;
  }

  /** Debug mode is not offered: False. */
  get_debug(): boolean {
    return false;
  }

  /** Who is told of errors that nobody else sees: a callable that takes the loop and a dict, or None. */
  get_exception_handler(): Py {
    return this._exception_handler;
  }

  /** Sets who is told; None: the default, which writes to stderr. */
  set_exception_handler(handler: Py): null {
    if (handler !== null && !callable(handler)) throw new TypeError(`A callable object or None is expected, got ${repr(handler)}`);
    this._exception_handler = handler;
    return null;
  }

  /** Writes the message, the other entries in order of their keys, and the exception to stderr. */
  default_exception_handler(context: Dict): null {
    const message: Py = context.get("message", null);
    const lines = [message === null || message === "" ? "Unhandled exception in event loop" : String(message)];
    const keys = [...context.keys()].map(String).sort();
    for (const key of keys) if (key !== "message" && key !== "exception") lines.push(`${key}: ${repr(context.get(key))}`);
    const exception: Py = context.get("exception", null);
    if (exception !== null) lines.push(describeException(exception));
    this._scheduler.platform.program.write("stderr", `${lines.join("\n")}\n`);
    return null;
  }

  /** Tells the exception handler of an error. An error of the handler is told to the default one. */
  call_exception_handler(context: Dict): null {
    const handler = this._exception_handler;
    if (handler === null) return this.default_exception_handler(context);
    try {
      call(handler, this, context);
    } catch (error) {
      const exception = caught(error);
      if (exception instanceof SystemExit || exception instanceof KeyboardInterrupt) throw exception;
      this.default_exception_handler(
        D(["message", "Unhandled error in exception handler"], ["exception", exception], ["context", context]),
      );
    }
    return null;
  }

  /** Closes the asynchronous generators that were started and not finished, each in a task of its own. */
  *shutdown_asyncgens(): Coroutine<null> {
    const closing = [...this._asyncgens];
    this._asyncgens.clear();
    if (closing.length === 0) return null;
    const results = yield* gather(...closing.map((generator) => asyncGenerator.aclose(generator)), { return_exceptions: true });
    for (const [index, generator] of closing.entries()) {
      const result: Py = results[index];
      if (!(result instanceof Exception)) continue;
      const message = `an error occurred during closing of asynchronous generator ${repr(generator)}`;
      this._report(message, result, ["asyncgen", generator]);
    }
    return null;
  }

  _report(message: string, exception: Py, ...more: [string, Py][]): void {
    const entries: [string, Py][] = [["message", message]];
    if (exception !== null) entries.push(["exception", exception]);
    this.call_exception_handler(D(...entries, ...more));
  }

  /**
   * Runs until `future` is done and the iteration has ended in which its callbacks ran, then calls `stopped`. SystemExit and
   * KeyboardInterrupt end it at once.
   */
  _run_until(future: Future, stopped: Stopped): void {
    let pending = true;
    const stop = (): void => {
      if (!pending) return;
      pending = false;
      this._interrupted = undefined;
      stopped();
    };
    this._interrupted = stop;
    future._on_done("_run_until_complete_cb()", () => {
      this._scheduler.atTurnEnd(stop);
    });
  }

  /** A callback or a task asks to leave the program. */
  _interrupt(exception: BaseException): void {
    this._exit = exception;
    // The rest of the iteration is the beginning of the clean-up, as in CPython, where the exception leaves the loop.
    this._scheduler.cutTurn();
    this._interrupted?.();
  }

  _check_closed(): void {
    if (this._closed) throw new RuntimeError("Event loop is closed");
  }

  __repr__(): string {
    const flag = (value: boolean): string => (value ? "True" : "False");
    return `<${EventLoop.$name} running=${flag(this._running)} closed=${flag(this._closed)} debug=False>`;
  }
}

asyncGenHooks.started = (generator) => {
  runningLoop()?._asyncgens.add(generator);
};
asyncGenHooks.ended = (generator) => {
  runningLoop()?._asyncgens.delete(generator);
};

asyncGenHooks.dropped = (generator) => {
  const loop = runningLoop();
  if (loop?._asyncgens.delete(generator) !== true) return;
  loop.call_soon(() => ensure_future(asyncGenerator.aclose(generator), { loop }));
};

classDef(EventLoop, "EventLoop", {
  time: "()",
  create_future: "()",
  create_task: "(coro, *, name=, context=)",
  is_running: "()",
  is_closed: "()",
  get_debug: "()",
  get_exception_handler: "()",
  set_exception_handler: "(handler)",
  default_exception_handler: "(context)",
  call_exception_handler: "(context)",
  shutdown_asyncgens: "async ()",
});
const methods: Py = EventLoop.prototype;
nativeDef(methods.call_soon, "EventLoop.call_soon", "(callback, *args, context=)", 1);
nativeDef(methods.call_soon_threadsafe, "EventLoop.call_soon_threadsafe", "(callback, *args, context=)", 1);
nativeDef(methods.call_later, "EventLoop.call_later", "(delay, callback, *args, context=)", 1);
nativeDef(methods.call_at, "EventLoop.call_at", "(when, callback, *args, context=)", 1);
