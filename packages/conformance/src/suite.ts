import type { Coroutine, TaskContext } from "@portalis/runtime";

/** One statement about the behaviour of the runtime on the platform that is installed. It holds when `run` ends without an error. */
export interface Check {
  /** The symbol and the criterion: `AsyncMutex.lock gives the lock in the order of asking`. */
  readonly name: string;
  /** Runs in a task of its own: a generator function or an async function. */
  readonly run: (task: TaskContext) => Coroutine<void> | Promise<void>;
}

/** The checks of one concern, in the order in which they run. */
export interface Suite {
  /** The package that the checks are about. */
  readonly name: string;
  readonly checks: readonly Check[];
}
