import { asyncDef, type BaseException, caught, GeneratorExit, nativeDef, type Py, repr, RuntimeError, ValueError } from "@portalis/python";
import { CancelledError as TaskCancelledError, type Coroutine, type Operation } from "@portalis/runtime";
import { currentScheduler, operation, PENDING, type Scheduler, type Waiter, WaitOperation } from "@portalis/runtime/kernel";
import { EventLoop } from "./base-events.js";
import { iscoroutine } from "./coroutines.js";
import { gather } from "./gather.js";
import { runningLoop } from "./running-loop.js";
import { pendingTasks, type Task } from "./tasks.js";

/** The keyword arguments of {@link run}. */
export interface RunOptions {
  readonly debug?: Py;
  readonly loop_factory?: Py;
}

/**
 * Runs a program: `main` and the tasks that it makes, until `main` has ended and the rest is cleaned up. Gives main's value.
 *
 * It is an operation: `await` it in a module, `yield*` it in a task of the runtime. It works where the host owns the loop and, with
 * `Runtime.block`, where the program does. Order is CPython's: after main's last step one more iteration runs whole; then all tasks are
 * cancelled and awaited, asynchronous generators closed, and what is still there is dropped.
 *
 * Cancelling the task that waits cancels main, and waits for the end.
 *
 * @throws what main raises; RuntimeError when it is called inside of a running loop; ValueError when `main` is not a coroutine
 *
 * @example
 * ```ts
 * await asyncio.run(main());
 * ```
 */
export function run<T>(main: Coroutine<T>, _options: RunOptions = {}): Operation<T> {
  if (runningLoop() !== undefined) throw new RuntimeError("asyncio.run() cannot be called from a running event loop");
  if (!iscoroutine(main)) throw new ValueError(`a coroutine was expected, got ${repr(main)}`);
  return operation(() => runToTheEnd(main));
}
nativeDef(run, "run", "(main, *, debug=, loop_factory=)");

function* runToTheEnd<T>(main: Coroutine<T>): Coroutine<T> {
  const program = new Program(currentScheduler(), main);
  let cancellation: TaskCancelledError | undefined;
  for (;;) {
    try {
      const value = yield* new ProgramWait(program);
      if (cancellation !== undefined) throw cancellation;
      return value;
    } catch (error) {
      if (program.ended || !(error instanceof TaskCancelledError)) throw cancellation ?? error;
      cancellation = error;
      program.main.cancel();
    }
  }
}

/** The wait of whoever called {@link run}. */
class ProgramWait<T> extends WaitOperation<T> {
  readonly #program: Program<T>;

  constructor(program: Program<T>) {
    super();
    this.#program = program;
  }

  override attempt(): T | typeof PENDING {
    return this.#program.ended ? this.#program.outcome() : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    waiter.parking = this.#program;
    this.#program.waiter = waiter;
  }

  override complete(): T {
    return this.#program.outcome();
  }

  override describe(): string {
    return "asyncio.run";
  }
}

/** One run of a program, from the first step of main to the end of its loop. */
class Program<T> {
  readonly main: Task<T>;
  readonly #loop: EventLoop;
  ended = false;
  waiter: Waiter | undefined = undefined;
  #value: T | undefined = undefined;
  #error: BaseException | undefined = undefined;

  constructor(scheduler: Scheduler, main: Coroutine<T>) {
    this.#loop = new EventLoop(scheduler);
    this.#loop._running = true;
    this.main = this.#loop.create_task(main);
    this.main._log_destroy_pending = false;
    this.#phase(this.main, () => {
      this.#mainEnded();
    });
  }

  /** Called by the kernel when the wait is ended from outside. */
  remove(): void {
    this.waiter = undefined;
  }

  outcome(): T {
    if (this.#error !== undefined) throw this.#error;
    return this.#value as T;
  }

  /** Runs the loop until `future` is done. A request to leave the program ends it before. */
  #phase(future: Py, next: () => void): void {
    const loop = this.#loop;
    loop._exit = undefined;
    loop._run_until(future, () => {
      if (loop._exit === undefined) {
        next();
        return;
      }
      this.#error = loop._exit;
      if (future.done() === true && future !== this.main) future._retrieved();
      if (future === this.main) next();
      else this.#end();
    });
  }

  #mainEnded(): void {
    const { main } = this;
    if (this.#error !== undefined) {
      main._retrieved();
    } else {
      try {
        this.#value = main.result();
      } catch (error) {
        this.#error = caught(error);
      }
    }
    this.#cancelTasks();
  }

  #cancelTasks(): void {
    const tasks = pendingTasks(this.#loop);
    if (tasks.length === 0) {
      this.#shutDown(this.#loop.shutdown_asyncgens(), () => {
        this.#shutDownExecutor();
      });
      return;
    }
    for (const task of tasks) task.cancel();
    this.#phase(gather(...tasks, { return_exceptions: true }), () => {
      for (const task of tasks) {
        if (task.cancelled()) continue;
        const exception = task.exception();
        if (exception !== null) this.#loop._report("unhandled exception during asyncio.run() shutdown", exception, ["task", task]);
      }
      this.#shutDown(this.#loop.shutdown_asyncgens(), () => {
        this.#shutDownExecutor();
      });
    });
  }

  #shutDownExecutor(): void {
    this.#shutDown(shutdownDefaultExecutor(), () => {
      this.#end();
    });
  }

  #shutDown(step: Coroutine<Py>, next: () => void): void {
    const task = this.#loop.create_task(step);
    task._log_destroy_pending = false;
    this.#phase(task, () => {
      try {
        task.result();
      } catch (error) {
        this.#error = caught(error);
        this.#end();
        return;
      }
      next();
    });
  }

  /** Drops what is left and tells whoever waits. */
  #end(): void {
    const loop = this.#loop;
    loop._running = false;
    const left = pendingTasks(loop);
    for (const task of left) {
      if (task._log_destroy_pending) loop._report("Task was destroyed but it is pending!", null, ["task", task]);
    }
    loop._closed = true;
    loop._timers.clear();
    for (const task of left) task._steps.interrupt(new GeneratorExit());
    for (const future of loop._unretrieved) {
      const { $name } = future.constructor as { $name?: string };
      loop._report(`${$name ?? "Future"} exception was never retrieved`, future._exception, ["future", future]);
    }
    loop._unretrieved.clear();
    this.ended = true;
    const { waiter } = this;
    this.waiter = undefined;
    if (waiter === undefined) return;
    waiter.parking = undefined;
    waiter.grant();
  }
}

/** There is no executor yet; its end takes a task and two iterations all the same. */
function* shutdownDefaultExecutor(): Coroutine<null> {
  return null;
}
asyncDef(shutdownDefaultExecutor, "BaseEventLoop.shutdown_default_executor", "()");
