import {
  AbortHandle,
  type Coroutine,
  type Operation,
  type Outcome,
  type SpawnOptions,
  type WaitOptions,
  type Work,
} from "@portalis/runtime";
import {
  currentScheduler,
  operation,
  outcomeOf,
  PENDING,
  type Scheduler,
  Task,
  WaitOperation,
  type Waiter,
  WaitQueue,
} from "@portalis/runtime/kernel";

/** How a task of a {@link JoinSet} ended, and which it was. */
export type JoinedTask<T> = Outcome<T> & { readonly id: number };

class JoinNext<T> extends WaitOperation<JoinedTask<T> | undefined> {
  readonly #set: JoinSet<T>;

  constructor(set: JoinSet<T>, options: WaitOptions | undefined) {
    super(options);
    this.#set = set;
  }

  override attempt(): JoinedTask<T> | undefined | typeof PENDING {
    return this.#set.take();
  }

  override enqueue(waiter: Waiter): void {
    this.#set.park(waiter);
  }

  override complete(granted: unknown): JoinedTask<T> | undefined {
    return granted === undefined ? undefined : joined<T>(granted as Task);
  }

  override giveBack(granted: unknown): void {
    this.#set.putBack(granted as Task | undefined);
  }

  override describe(): string {
    return "JoinSet.joinNext";
  }
}

/**
 * Tasks that come and go, joined in the order in which they end. Errors are part of what `joinNext` gives and are never reported as unhandled.
 *
 * @example
 * ```ts
 * const set = new JoinSet<Page>();
 * for (const url of urls) set.spawn(load(url));
 * for (let page = yield* set.joinNext(); page !== undefined; page = yield* set.joinNext()) {
 *   if (page.status === "completed") show(page.value);
 * }
 * ```
 */
export class JoinSet<T> {
  readonly #scheduler: Scheduler = currentScheduler();
  readonly #running = new Set<Task>();
  readonly #waiters = new WaitQueue();
  /** Tasks that have ended and were not joined: from `#firstEnded` on. */
  #ended: (Task | undefined)[] = [];
  #firstEnded = 0;

  /** How many tasks have not been joined yet. */
  get size(): number {
    return this.#running.size + this.#ended.length - this.#firstEnded;
  }

  /** Starts a task. */
  spawn(work: Work<T>, options?: SpawnOptions): AbortHandle {
    const task = new Task(this.#scheduler, work);
    task.name = options?.name;
    task.observed = true;
    task.onDone = () => this.#end(task);
    this.#running.add(task);
    task.start();
    return new AbortHandle(task);
  }

  /**
   * Waits for the next task to end and gives its outcome; `undefined` when none is left. A cancelled wait takes no outcome. Several may wait:
   * they are served in the order in which they came.
   */
  joinNext(options?: WaitOptions): Operation<JoinedTask<T> | undefined> {
    return new JoinNext(this, options);
  }

  /** Cancels all tasks that have not ended. They are joined as the others are. */
  abortAll(reason?: unknown): void {
    for (const task of this.#running) task.abort(reason);
  }

  /** Cancels all tasks, waits for their cleanup and drops all outcomes. */
  shutdown(reason?: unknown): Operation<void> {
    return operation(() => this.#shutdown(reason));
  }

  *#shutdown(reason: unknown): Coroutine<void> {
    let cancellation: { error: unknown } | undefined;
    this.abortAll(reason);
    while (this.size > 0) {
      try {
        yield* this.joinNext();
      } catch (error) {
        cancellation ??= { error };
        this.abortAll(reason);
      }
    }
    if (cancellation !== undefined) throw cancellation.error;
  }

  /** @internal */
  take(): JoinedTask<T> | undefined | typeof PENDING {
    if (this.#firstEnded < this.#ended.length) return joined<T>(this.#shift());
    return this.#running.size === 0 ? undefined : PENDING;
  }

  /** @internal */
  park(waiter: Waiter): void {
    this.#waiters.push(waiter);
  }

  /**
   * An outcome that was granted and not taken: the next waiter gets it, or it stays first in line.
   *
   * @internal
   */
  putBack(task: Task | undefined): void {
    if (task === undefined) return;
    const waiter = this.#waiters.shift();
    if (waiter !== undefined) waiter.grant(task);
    else if (this.#firstEnded > 0) this.#ended[--this.#firstEnded] = task;
    else this.#ended.unshift(task);
  }

  #end(task: Task): void {
    this.#running.delete(task);
    const waiter = this.#waiters.shift();
    if (waiter === undefined) this.#ended.push(task);
    else waiter.grant(task);
    // Nothing is left for those who still wait.
    if (this.#running.size === 0) for (let rest = this.#waiters.shift(); rest !== undefined; rest = this.#waiters.shift()) rest.grant();
  }

  #shift(): Task {
    const task = this.#ended[this.#firstEnded] as Task;
    this.#ended[this.#firstEnded++] = undefined;
    if (this.#firstEnded === this.#ended.length) {
      this.#ended = [];
      this.#firstEnded = 0;
    }
    return task;
  }
}

function joined<T>(task: Task): JoinedTask<T> {
  return { ...outcomeOf<T>(task), id: task.id };
}
