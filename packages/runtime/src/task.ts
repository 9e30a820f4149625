import type { HostAbortSignal } from "./abort-signal-like.js";
import { CancelledError } from "./cancelled-error.js";
import type { CoroutineFrame } from "./coroutine-frame.js";
import { claimCoroutine, isCoroutineObject } from "./coroutine-function.js";
import { generatorNext, generatorThrow, isGenerator } from "./generator-methods.js";
import { kernel } from "./kernel-state.js";
import type { TaskContext, Work } from "./operation.js";
import type { Parking } from "./parking.js";
import { RuntimeError } from "./runtime-error.js";
import type { Scheduler } from "./scheduler.js";
import { type Coroutine, DESCEND, SUSPEND, type Suspension } from "./suspension.js";
import { TaskCancellation } from "./task-cancellation.js";
import { coroutineOf } from "./coroutine-of.js";
import type { WaitQueue } from "./wait-queue.js";
import { Waiter } from "./waiter.js";

export type TaskStatus = "pending" | "completed" | "failed" | "cancelled";

const NEW = 0;
const READY = 1;
const RUNNING = 2;
const PARKED = 3;
const ENDED = 4;

/**
 * A task: a coroutine and where it stands. It is itself the node of the ready list and of every wait list, so that waiting allocates nothing.
 *
 * This is the kernel's side; programs hold a {@link TaskHandle}.
 */
export class Task extends Waiter implements TaskContext {
  readonly scheduler: Scheduler;
  readonly id: number = kernel.nextTask++;
  name: string | undefined = undefined;
  /** Free for a layer above: asyncio's Task puts itself there. */
  owner: unknown = undefined;
  /** Called inside the last step, when the outcome is set and before those who join are woken. */
  onDone: ((task: Task) => void) | undefined = undefined;
  /** Whether a failure is nobody's business but the owner's: it is not reported as unhandled. */
  silent = false;
  /** Whether somebody has asked for the outcome. */
  observed = false;
  status: TaskStatus = "pending";
  /** The value, the error, or the {@link CancelledError}, once the task has ended. */
  result: unknown = undefined;
  /** What the next step resumes: the innermost coroutine. */
  generator: Coroutine<unknown> | undefined = undefined;
  /** The innermost coroutine object. */
  frame: CoroutineFrame | undefined = undefined;
  /** Whether the next step throws {@link Task.injectedError}. */
  injected = false;
  injectedError: unknown = undefined;
  /** The program's side of this task, until the task has ended. */
  handle: object | undefined = undefined;
  joiners: WaitQueue | undefined = undefined;
  /** The links of the list of all tasks that have not ended. Belong to the scheduler. */
  nextLive: Task | undefined = undefined;
  previousLive: Task | undefined = undefined;
  #state = NEW;
  /** Interrupted during its own step: the next park ends at once. */
  #restless = false;
  #body: Work<unknown> | undefined = undefined;
  #cancellation: TaskCancellation | undefined = undefined;
  /** What the last `abort` throws. */
  #aborted: CancelledError | undefined = undefined;

  /**
   * @param body a coroutine, or any other work: it is looked at in the first step
   * @throws when `body` is a coroutine object that was used before
   */
  constructor(scheduler: Scheduler, body: Work<unknown>) {
    super();
    this.scheduler = scheduler;
    if (isCoroutineObject(body)) {
      claimCoroutine(body).root(this);
      this.generator = body;
    } else if (isGenerator(body)) {
      this.generator = body;
    } else {
      this.#body = body;
    }
  }

  /** Aborted when the task is. Made at first use: tasks that do not ask for it do not pay for it. */
  get signal(): HostAbortSignal {
    let cancellation = this.#cancellation;
    if (cancellation === undefined) {
      cancellation = new TaskCancellation(this.scheduler.platform.name);
      this.#cancellation = cancellation;
      if (this.#aborted !== undefined) cancellation.cancel(this.#aborted);
    }
    return cancellation.signal;
  }

  /** Appends the first step to the ready list. */
  start(): void {
    if (this.#state !== NEW) throw new RuntimeError(`Cannot start task ${this.id}: it was started already.`);
    this.#state = READY;
    this.scheduler.enter(this);
    this.scheduler.ready(this);
  }

  isFinished(): boolean {
    return this.#state === ENDED;
  }

  /** What the task is doing, for dumps. */
  get activity(): "new" | "ready" | "running" | "waiting" | "ended" {
    return (["new", "ready", "running", "waiting", "ended"] as const)[this.#state] as "new";
  }

  /** Parks this task, which must be the running one. Return the result from `next()`. */
  park(place: Parking): typeof SUSPEND {
    this.parking = place;
    return SUSPEND;
  }

  /** Ends a park: appends the task to the ready list. It must be out of its place already. */
  wake(): void {
    if (this.#state !== PARKED && this.#state !== RUNNING) {
      throw new RuntimeError(`Cannot wake task ${this.id}: it is ${this.activity}, not waiting. A waker must call once.`);
    }
    this.parking = undefined;
    this.#state = READY;
    this.scheduler.ready(this);
  }

  override grant(value?: unknown): void {
    this.granted = true;
    this.handover = value;
    this.wake();
  }

  override fail(error: unknown): void {
    this.inject(error);
    this.wake();
  }

  /** Takes what was handed over with the grant. */
  takeHandover(): unknown {
    const value = this.handover;
    this.granted = false;
    this.handover = undefined;
    return value;
  }

  /** Lets the next step throw `error` at the suspension point. Does not wake. A task that has not started then runs nothing. */
  inject(error: unknown): void {
    this.injected = true;
    this.injectedError = error;
  }

  /** Takes an injected error back. */
  clearInjected(): void {
    this.injected = false;
    this.injectedError = undefined;
    this.#restless = false;
  }

  /** Throws `error` at the suspension point as soon as it is the task's turn. Replaces an error that is still to be thrown. */
  override interrupt(error: unknown): boolean {
    if (this.#state === ENDED) return false;
    this.inject(error);
    if (this.#state === PARKED) this.#unpark();
    else if (this.#state === RUNNING) this.#restless = true;
    return true;
  }

  /** Cancels the task: throws a {@link CancelledError} at its suspension point. */
  abort(reason?: unknown): boolean {
    if (this.#state === ENDED) return false;
    this.#aborted = new CancelledError(reason);
    return this.interrupt(this.#aborted);
  }

  /** Gives a parked task up: it never runs again, and nobody is told. For the end of a deadlocked program only. */
  abandon(): void {
    if (this.#state === ENDED) return;
    this.parking?.remove(this);
    this.#state = ENDED;
    this.scheduler.leave(this);
  }

  /** One step: from one suspension to the next. */
  override run(): void {
    kernel.current = this;
    this.#state = RUNNING;
    this.#restless = false;
    // What is injected during the step itself waits for the next suspension: the frames below go on first.
    let throws = this.injected;
    for (;;) {
      kernel.inline = 0;
      let result: IteratorResult<Suspension, unknown>;
      try {
        result = throws ? this.#throw() : generatorNext.call(this.generator ?? this.#begin());
      } catch (error) {
        throws = false;
        if (this.#pop(undefined, error, true)) continue;
        this.#end(error instanceof CancelledError ? "cancelled" : "failed", error);
        break;
      }
      throws = false;
      if (result === SUSPEND) {
        this.#suspended();
        break;
      }
      if (result.done === true) {
        if (this.#pop(result.value, undefined, false)) continue;
        this.#end("completed", result.value);
        break;
      }
      if (result === DESCEND) continue;
      if (result.value === undefined) {
        // A bare `yield`: let the others run.
        this.#state = READY;
        this.scheduler.ready(this);
        break;
      }
      this.inject(badYield());
      throws = true;
    }
    kernel.current = undefined;
  }

  /** Finds out what the work is that was given to this task. */
  #begin(): Coroutine<unknown> {
    const body = this.#body;
    this.#body = undefined;
    const generator = coroutineOf(this, body, false);
    if (isCoroutineObject(generator)) claimCoroutine(generator).root(this);
    this.generator = generator;
    return generator;
  }

  #throw(): IteratorResult<Suspension, unknown> {
    const error = this.injectedError;
    this.clearInjected();
    if (this.#aborted !== undefined && error === this.#aborted) this.#cancellation?.cancel(this.#aborted);
    if (this.generator === undefined) throw error;
    return generatorThrow.call(this.generator, error);
  }

  #suspended(): void {
    if (this.#state !== RUNNING) return;
    this.#state = PARKED;
    if (this.#restless) this.#unpark();
  }

  #unpark(): void {
    this.#restless = false;
    const { parking, operation } = this;
    parking?.remove(this);
    this.wake();
    operation?.abandoned();
  }

  /** The innermost coroutine has ended: goes on with the one below, if there is one. */
  #pop(value: unknown, error: unknown, threw: boolean): boolean {
    const { frame } = this;
    if (frame === undefined) return false;
    if (threw) frame.threw(error);
    else frame.returned(value);
    this.frame = frame.parent;
    this.generator = frame.below;
    return this.generator !== undefined;
  }

  #end(status: TaskStatus, result: unknown): void {
    this.#state = ENDED;
    this.status = status;
    this.result = result;
    this.generator = undefined;
    this.frame = undefined;
    this.operation = undefined;
    this.clearInjected();
    const { joiners, scheduler } = this;
    scheduler.leave(this);
    try {
      this.onDone?.(this);
    } finally {
      if (joiners !== undefined) {
        for (let joiner = joiners.shift(); joiner !== undefined; joiner = joiners.shift()) joiner.grant();
      }
      if (status === "failed" && !this.observed && !this.silent) scheduler.unhandled.add(this);
    }
  }
}

function badYield(): RuntimeError {
  return new RuntimeError("Cannot wait for what was yielded: a task yields nothing by itself. Write yield* in front of an operation.");
}
