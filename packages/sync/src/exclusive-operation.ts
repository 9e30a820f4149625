import { type Coroutine, type Operation, RuntimeError, type Suspension, type TaskContext, type Work } from "@portalis/runtime";
import { type TaskServices, taskServices } from "@portalis/runtime/kernel";
import { PoisonError } from "./poison-error.js";

/** What is held during the work. */
interface Guard {
  release(): void;
}

/**
 * `runExclusive` of the mutexes. Inside a task it does the work there. Awaited, it asks for the lock at once, and needs a task only for the work:
 * so a mutex that is used alone, with async functions, does not bring the scheduler along.
 */
export class ExclusiveOperation<R> implements Operation<R> {
  readonly #lock: () => Operation<Guard>;
  readonly #onFailure: (() => void) | undefined;
  /** Taken when the operation is used. */
  #work: Work<R> | undefined;
  #promise: Promise<R> | undefined = undefined;

  /**
   * @param lock asks for the lock
   * @param onFailure called, with the lock still held, when the work throws
   */
  constructor(work: Work<R>, lock: () => Operation<Guard>, onFailure?: () => void) {
    this.#work = work;
    this.#lock = lock;
    this.#onFailure = onFailure;
  }

  [Symbol.iterator](): Iterator<Suspension, R, unknown> {
    return this.#inTask(this.#take(), this.#lock());
  }

  then<A = R, B = never>(
    onFulfilled?: ((value: R) => A | PromiseLike<A>) | null,
    onRejected?: ((error: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return (this.#promise ??= this.#begin()).then(onFulfilled, onRejected);
  }

  *#inTask(work: Work<R>, lock: Operation<Guard>): Coroutine<R> {
    let guard: Guard;
    try {
      guard = yield* lock;
    } catch (error) {
      throw this.#refused(error);
    }
    try {
      return yield* services().perform(work);
    } catch (error) {
      throw this.#failed(error);
    } finally {
      guard.release();
    }
  }

  async #begin(): Promise<R> {
    const work = this.#take();
    // `then`, not `await`: an `await` would ask for the lock only in the next promise job.
    const locked = this.#lock().then(undefined, (error: unknown) => {
      throw this.#refused(error);
    });
    const guard = await locked;
    try {
      return await workAlone(work);
    } catch (error) {
      throw this.#failed(error);
    } finally {
      guard.release();
    }
  }

  #take(): Work<R> {
    const work = this.#work;
    if (work === undefined) throw new RuntimeError("Cannot use an operation twice: it was used already. Call runExclusive() again.");
    this.#work = undefined;
    return work;
  }

  /** The lock was not given, or given with a warning that ends this here. */
  #refused(error: unknown): unknown {
    if (error instanceof PoisonError) error.guard.release();
    return error;
  }

  #failed(error: unknown): unknown {
    this.#onFailure?.();
    return error;
  }
}

function services(): TaskServices {
  const services = taskServices();
  if (services !== undefined) return services;
  throw new RuntimeError("Cannot run a coroutine: no runtime is loaded. Import @portalis/runtime, or pass an async function.");
}

/** Does work outside tasks. Where tasks are loaded it becomes one; else functions are called, and what they return is awaited. */
function workAlone<R>(work: Work<R>): R | PromiseLike<R> {
  if (taskServices() !== undefined) return services().run(work);
  const result = typeof work === "function" ? work(outside) : work;
  return isCoroutine(result) ? services().run(result) : result;
}

function isCoroutine<R>(result: Coroutine<R> | PromiseLike<R> | R): result is Coroutine<R> {
  return typeof result === "object" && result !== null && "throw" in result && !("then" in result);
}

/** The context of a function that no task runs: nothing aborts it. */
const outside: TaskContext = {
  id: 0,
  name: undefined,
  get signal(): TaskContext["signal"] {
    const host = globalThis as unknown as { readonly AbortController: new () => { readonly signal: TaskContext["signal"] } };
    return new host.AbortController().signal;
  },
};
