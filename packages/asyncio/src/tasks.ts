import {
  caught,
  classDef,
  contextvars,
  def,
  GeneratorExit,
  KeyboardInterrupt,
  nativeDef,
  type Py,
  PySet,
  repr,
  RuntimeError,
  str,
  SystemExit,
  TypeError,
} from "@portalis/python";
import type { Coroutine } from "@portalis/runtime";
import { currentTask } from "@portalis/runtime/kernel";
import type { EventLoop } from "./base-events.js";
import { coroutineText, iscoroutine } from "./coroutines.js";
import { get_running_loop } from "./events.js";
import { CancelledError, cancelledError } from "./exceptions.js";
import { futureInfo } from "./future-repr.js";
import type { WaitsForFuture } from "./future-wait.js";
import { Future } from "./futures.js";
import { TaskSteps } from "./task-steps.js";

let names = 0;

/** What keyword arguments a task takes. */
export interface TaskOptions {
  readonly name?: Py;
  readonly context?: Py;
  readonly loop?: EventLoop | null | undefined;
}

/**
 * A coroutine that runs on its own: a future of its result.
 *
 * Making it queues its first step, as an entry of the next iteration; nothing of the coroutine runs before. Each later step is one entry too.
 * Make tasks with {@link create_task} or in a `TaskGroup`.
 *
 * {@link Task.cancel} asks: what the task waits for is cancelled, and {@link CancelledError} is thrown at the innermost suspension point in one of
 * the next iterations. The coroutine may clean up, wait in doing so, or go on.
 */
export class Task<T = Py> extends Future<T> implements WaitsForFuture {
  static override $name = "Task";
  static override $module = "_asyncio";

  readonly _steps: TaskSteps;
  readonly _coro: Coroutine<T>;
  readonly _context: contextvars.Context;
  _name: string;
  /** The future it waits for; kept until its next step. */
  _fut_waiter: Future | null = null;
  /** The next step throws CancelledError. */
  _must_cancel = false;
  _num_cancels_requested = 0;
  /** Whether it is reported when it is still pending after the end of the loop. */
  _log_destroy_pending = true;

  /**
   * @throws TypeError when `coro` is not a coroutine
   */
  constructor(coro: Coroutine<T>, { name = null, context = null, loop = null }: TaskOptions = {}) {
    super({ loop });
    if (!iscoroutine(coro)) throw new TypeError(`a coroutine was expected, got ${repr(coro)}`);
    this._coro = coro;
    this._context = context === null ? contextvars.copy_context() : (context as contextvars.Context);
    this._name = name === null ? `Task-${++names}` : str(name);
    const scheduler = this._loop._scheduler;
    let steps: TaskSteps;
    try {
      steps = new TaskSteps(scheduler, coro);
    } catch (error) {
      // Awaited before: the task fails in its first step, not here.
      steps = new TaskSteps(scheduler, raising(error));
    }
    steps.owner = this;
    steps.name = this._name;
    steps.silent = true;
    steps.onDone = ended;
    this._steps = steps;
    steps.start();
  }

  /** The coroutine that it runs. */
  get_coro(): Coroutine<T> {
    return this._coro;
  }

  /** The context that it runs in: a copy, made with the task, unless it was given one. */
  get_context(): contextvars.Context {
    return this._context;
  }

  /** Its name: `Task-1`, `Task-2`, ... unless it was given one. */
  get_name(): string {
    return this._name;
  }

  /** Gives it another name. */
  set_name(value: Py): null {
    this._name = str(value);
    this._steps.name = this._name;
    return null;
  }

  /** @throws RuntimeError always: a task's result is its coroutine's */
  override set_result(_result: T): null {
    throw new RuntimeError("Task does not support set_result operation");
  }

  /** @throws RuntimeError always */
  override set_exception(_exception: Py): null {
    throw new RuntimeError("Task does not support set_exception operation");
  }

  /**
   * Asks the task to end.
   *
   * What it waits for is cancelled; if that is done already or the task does not wait, its next step throws {@link CancelledError}, with `msg`.
   * A task that runs finds it at its next suspension, one that has not started never runs. Counts one request, see {@link Task.cancelling}.
   *
   * @returns false when the task has ended
   */
  override cancel(msg: Py = null): boolean {
    this._retrieved();
    if (this.done()) return false;
    this._num_cancels_requested++;
    const steps = this._steps;
    if (this._fut_waiter !== null) {
      if (this._fut_waiter.cancel(msg)) return true;
    } else if (steps.parking !== undefined) {
      // It waits for something of the runtime itself: a lock, a sleep, a promise.
      steps.interrupt(cancelledError(msg));
      return true;
    }
    this._must_cancel = true;
    this._cancel_message = msg;
    // For a wait for something of the runtime in the rest of this step. The next step makes the error that counts.
    if (currentTask() === steps) steps.interrupt(cancelledError(null));
    return true;
  }

  /** How many requests to cancel it there are that were not taken back. */
  cancelling(): number {
    return this._num_cancels_requested;
  }

  /** Takes one request back: for whoever caught the cancellation and goes on. Returns how many are left. The last one also stops a cancellation that is still to be thrown. */
  uncancel(): number {
    if (this._num_cancels_requested > 0 && --this._num_cancels_requested === 0) this.#calm();
    return this._num_cancels_requested;
  }

  #calm(): void {
    if (!this._must_cancel) return;
    this._must_cancel = false;
    this._steps.clearInjected();
  }

  /** Called before each step. */
  _begin_step(): void {
    const waiter = this._fut_waiter;
    this._fut_waiter = null;
    if (!this._must_cancel) return;
    this._must_cancel = false;
    // A cancellation that comes from what it waited for is thrown as it is.
    if (waiter !== null && waiter.done() && endsInCancellation(waiter)) this._steps.clearInjected();
    else this._steps.inject(this._make_cancelled_error());
  }

  _refusal(future: Future): unknown {
    if (future._loop !== this._loop) {
      return new RuntimeError(`Task ${repr(this)} got Future ${repr(future)} attached to a different loop`);
    }
    return (future as unknown) === this ? new RuntimeError(`Task cannot await on itself: ${repr(this)}`) : undefined;
  }

  _waits(future: Future): void {
    this._fut_waiter = future;
    if (!this._must_cancel) return;
    if (future.cancel(this._cancel_message)) this.#calm();
  }

  /** The coroutine has ended. */
  _ended(): void {
    const { status, result } = this._steps;
    if (status === "completed") {
      if (this._must_cancel) {
        this._must_cancel = false;
        super.cancel(this._cancel_message);
      } else {
        this._finish((result === undefined ? null : result) as T);
      }
      return;
    }
    const exception = caught(result);
    if (exception instanceof CancelledError) {
      this._cancelled_exc = exception;
      super.cancel();
    } else if (exception instanceof GeneratorExit && this._loop._closed) {
      this._state = "CANCELLED";
    } else {
      this._fail(exception);
      if (exception instanceof SystemExit || exception instanceof KeyboardInterrupt) this._loop._interrupt(exception);
    }
  }

  override __repr__(): string {
    const info = futureInfo(this);
    if (this._num_cancels_requested > 0 && !this.done()) info[0] = "cancelling";
    const more = [`name=${repr(this._name)}`, `coro=<${coroutineText(this._coro)}>`];
    if (this._fut_waiter !== null) more.push(`wait_for=${repr(this._fut_waiter)}`);
    info.splice(1, 0, ...more);
    return `<${[(this.constructor as typeof Task).$name, ...info].join(" ")}>`;
  }
}

classDef(Task, "Task", {
  get_coro: "()",
  get_context: "()",
  get_name: "()",
  set_name: "(value, /)",
  set_result: "(result, /)",
  set_exception: "(exception, /)",
  cancel: "(msg=)",
  cancelling: "()",
  uncancel: "()",
});
nativeDef(Task, "Task", "(coro, *, loop=, name=, context=, eager_start=)");

function ended(steps: { owner: unknown }): void {
  (steps.owner as Task)._ended();
}

/** Whether waiting for this done future ends with a CancelledError. */
function endsInCancellation(future: Future): boolean {
  return future.cancelled() || future._exception instanceof CancelledError;
}

function* raising(error: unknown): Coroutine<never> {
  throw error;
}

/**
 * Makes a task of a coroutine. Its first step comes in the next iteration.
 *
 * @throws RuntimeError when no loop runs; TypeError when `coro` is not a coroutine
 *
 * @example
 * ```ts
 * const task = asyncio.create_task(worker(), { name: "worker-1" });
 * task.cancel();
 * ```
 */
export function create_task<T>(coro: Coroutine<T>, options: Omit<TaskOptions, "loop"> = {}): Task<T> {
  return get_running_loop().create_task(coro, options);
}

/** The task whose step is running, None in callbacks. */
export function current_task(loop: EventLoop | null = null): Task | null {
  const wanted = loop ?? get_running_loop();
  const steps = currentTask();
  return steps instanceof TaskSteps && steps.owner._loop === wanted ? steps.owner : null;
}

/** The tasks of the loop that have not ended, in order of creation. */
export function all_tasks(loop: EventLoop | null = null): PySet {
  const wanted = loop ?? get_running_loop();
  const tasks = PySet.from(pendingTasks(wanted));
  return tasks;
}

/** The tasks of `loop` that have not ended, in order of creation. */
export function pendingTasks(loop: EventLoop): Task[] {
  const tasks: Task[] = [];
  for (const steps of loop._scheduler.liveTasks()) {
    if (steps instanceof TaskSteps && steps.owner._loop === loop && !steps.owner.done()) tasks.push(steps.owner);
  }
  return tasks;
}

def(create_task, "create_task", "(coro, *, name=, context=)");
def(current_task, "current_task", "(loop=)");
def(all_tasks, "all_tasks", "(loop=)");
