import { type BaseException, nativeDef, type Py } from "@portalis/python";
import type { Awaitable, AwaitedResult } from "./awaitable.js";
import { ensure_future } from "./ensure-future.js";
import { get_running_loop } from "./events.js";
import { cancelledError } from "./exceptions.js";
import { Future } from "./futures.js";
import { splitOptions } from "./split-options.js";
import { Task } from "./tasks.js";

/** The keyword arguments of {@link gather}. */
export interface GatherOptions {
  readonly return_exceptions?: Py;
}

/** The results of awaitables, in their order. */
export type GatheredResults<A extends readonly unknown[]> = { -readonly [K in keyof A]: AwaitedResult<A[K]> };

/** The future that {@link gather} gives. Cancelling it cancels the children; it is done when they are. */
export class GatheringFuture<T> extends Future<T> {
  static override $name = "_GatheringFuture";
  static override $module = "asyncio.tasks";

  readonly _children: readonly Future[];
  _cancel_requested = false;

  constructor(children: readonly Future[], options: ConstructorParameters<typeof Future>[0]) {
    super(options);
    this._children = children;
  }

  override cancel(msg: Py = null): boolean {
    if (this.done()) return false;
    let asked = false;
    for (const child of this._children) if (child.cancel(msg)) asked = true;
    if (asked) this._cancel_requested = true;
    return asked;
  }
}

/**
 * Runs awaitables at the same time and gives the list of their results, in the order of the arguments. Coroutines become tasks, in this order;
 * the same one given twice runs once.
 *
 * The first error is raised in whoever awaits, the others go on. With `return_exceptions` errors are results. Cancelling the gather cancels
 * all children; a child that is cancelled by itself counts as an error.
 *
 * @example
 * ```ts
 * const [a, b] = yield* asyncio.gather(load("a"), load("b"));
 * const results = yield* asyncio.gather(...jobs, { return_exceptions: true });
 * ```
 */
export function gather<A extends readonly Awaitable<Py>[]>(...coros_or_futures: A): Future<GatheredResults<A>>;
export function gather(...coros_or_futures_and_options: Py[]): Future<Py[]>;
export function gather(...given: Py[]): Future {
  const { args, options } = splitOptions(given);
  if (args.length === 0) {
    const empty = get_running_loop().create_future();
    empty.set_result([]);
    return empty;
  }
  return new Gathering(args, options["return_exceptions"] === true).outer;
}
nativeDef(gather, "gather", "(*coros_or_futures, return_exceptions=)");

/** One call of {@link gather}. */
class Gathering {
  readonly outer: GatheringFuture<Py>;
  readonly #children: Future[] = [];
  readonly #returnExceptions: boolean;
  readonly #count: number;
  #finished = 0;

  constructor(args: readonly Py[], returnExceptions: boolean) {
    this.#returnExceptions = returnExceptions;
    const futures = new Map<Py, Future>();
    const done: Future[] = [];
    for (const arg of args) {
      let future = futures.get(arg);
      if (future === undefined) {
        const [first] = this.#children;
        future = ensure_future<Py>(arg, { loop: first === undefined ? null : first._loop });
        if (future !== arg && future instanceof Task) future._log_destroy_pending = false;
        futures.set(arg, future);
        if (future.done()) done.push(future);
        else future._on_done("gather.<locals>._done_callback()", this.#childDone);
      }
      this.#children.push(future);
    }
    this.#count = futures.size;
    this.outer = new GatheringFuture<Py>(this.#children, { loop: (this.#children[0] as Future)._loop });
    for (const future of done) this.#childDone(future);
  }

  readonly #childDone = (child: Future): void => {
    this.#finished++;
    const { outer } = this;
    if (outer.done()) {
      child._retrieved();
      return;
    }
    if (!this.#returnExceptions) {
      const error = child.cancelled() ? child._make_cancelled_error() : child.exception();
      if (error !== null) {
        outer.set_exception(error);
        return;
      }
    }
    if (this.#finished < this.#count) return;
    const results = this.#children.map(resultOf);
    // The error is the last child's, whichever was done last.
    if (outer._cancel_requested) outer.set_exception((this.#children.at(-1) as Future)._make_cancelled_error());
    else outer.set_result(results);
  };
}

/** The result of a child, or the exception in its place. */
function resultOf(child: Future): Py {
  if (child.cancelled()) return cancelledError(child._cancel_message ?? "");
  const exception: BaseException | null = child.exception();
  return exception ?? child.result();
}
