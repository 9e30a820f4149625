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

export type TaskActivity = "new" | "ready" | "running" | "waiting" | "ended";

// What a task is doing: the lowest bits of its flags.
const NEW = 0;
const READY = 1;
const RUNNING = 2;
const PARKED = 3;
const COMPLETED = 4;
const FAILED = 5;
const CANCELLED = 6;
const ABANDONED = 7;
const STATE = 7;

/** The next step throws. */
const INJECTED = 8;
/** Interrupted during its own step: the next park ends at once. */
const RESTLESS = 16;
const SILENT = 32;
const OBSERVED = 64;

const activities = ["new", "ready", "running", "waiting", "ended", "ended", "ended", "ended"] as const;
const statuses = ["pending", "pending", "pending", "pending", "completed", "failed", "cancelled", "pending"] as const;

/**
 * A task: a coroutine and where it stands. It is itself the node of the ready list and of every wait list, so that waiting allocates nothing.
 *
 * This is the kernel's side; programs hold a {@link TaskHandle}. There may be a million of them: their yes-and-no fields share one number, and
 * private names, which cost a field more and time to make, are not used.
 */
export class Task extends Waiter implements TaskContext {
  declare readonly scheduler: Scheduler;
  declare readonly id: number;
  declare name: string | undefined;
  /** Free for a layer above: asyncio's Task puts itself there, `spawn` the handle it gave away. */
  declare owner: unknown;
  /** Called inside the last step, when the outcome is set and before those who join are woken. */
  declare onDone: ((task: Task) => void) | undefined;
  /** The value, the error, or the {@link CancelledError}, once the task has ended. Before the first step, what is to be run. */
  declare result: unknown;
  /** What the next step resumes: the innermost coroutine. */
  declare generator: Coroutine<unknown> | undefined;
  /** The innermost coroutine object. */
  declare frame: CoroutineFrame | undefined;
  declare injectedError: unknown;
  declare joiners: WaitQueue | undefined;
  /** The links of the list of all tasks that have not ended. Belong to the scheduler. */
  declare nextLive: Task | undefined;
  declare previousLive: Task | undefined;
  declare private flags: number;
  /** The task's signal, where somebody has asked for it. Else what the last `abort` throws. */
  declare private cancellation: TaskCancellation | CancelledError | undefined;

  /**
   * @param body a coroutine, or any other work: it is looked at in the first step
   * @throws when `body` is a coroutine object that was used before
   */
  constructor(scheduler: Scheduler, body: Work<unknown>) {
    super();
    this.scheduler = scheduler;
    this.id = kernel.nextTask++;
    this.name = undefined;
    this.owner = undefined;
    this.onDone = undefined;
    this.result = undefined;
    this.generator = undefined;
    this.frame = undefined;
    this.injectedError = undefined;
    this.joiners = undefined;
    this.nextLive = undefined;
    this.previousLive = undefined;
    this.flags = NEW;
    this.cancellation = undefined;
    if (isCoroutineObject(body)) {
      claimCoroutine(body).root(this);
      this.generator = body;
    } else if (isGenerator(body)) {
      this.generator = body;
    } else {
      this.result = body;
    }
  }

  /** Aborted when the task is. Made at first use: tasks that do not ask for it do not pay for it. */
  get signal(): HostAbortSignal {
    const { cancellation } = this;
    if (cancellation instanceof TaskCancellation) return cancellation.signal;
    const made = new TaskCancellation(this.scheduler.platform.name);
    this.cancellation = made;
    if (cancellation !== undefined) made.cancel(cancellation);
    return made.signal;
  }

  /** How the task has ended. */
  get status(): TaskStatus {
    return statuses[this.flags & STATE] as TaskStatus;
  }

  /** What the task is doing, for dumps. */
  get activity(): TaskActivity {
    return activities[this.flags & STATE] as TaskActivity;
  }

  /** Whether the next step throws {@link Task.injectedError}. */
  get injected(): boolean {
    return (this.flags & INJECTED) !== 0;
  }

  /** Whether a failure is nobody's business but the owner's: it is not reported as unhandled. */
  get silent(): boolean {
    return (this.flags & SILENT) !== 0;
  }

  set silent(silent: boolean) {
    this.flags = silent ? this.flags | SILENT : this.flags & ~SILENT;
  }

  /** Whether somebody has the outcome, or is sure to get it. */
  get observed(): boolean {
    return (this.flags & OBSERVED) !== 0;
  }

  set observed(observed: boolean) {
    this.flags = observed ? this.flags | OBSERVED : this.flags & ~OBSERVED;
  }

  /** Appends the first step to the ready list. */
  start(): void {
    if ((this.flags & STATE) !== NEW) throw new RuntimeError(`Cannot start task ${this.id}: it was started already.`);
    this.enterState(READY);
    this.scheduler.enter(this);
    this.scheduler.ready(this);
  }

  isFinished(): boolean {
    return (this.flags & STATE) >= COMPLETED;
  }

  /** Parks this task, which must be the running one. Return the result from `next()`. */
  park(place: Parking): typeof SUSPEND {
    this.parking = place;
    return SUSPEND;
  }

  /** Ends a park: appends the task to the ready list. It must be out of its place already. */
  wake(): void {
    const state = this.flags & STATE;
    if (state !== PARKED && state !== RUNNING) {
      throw new RuntimeError(`Cannot wake task ${this.id}: it is ${this.activity}, not waiting. A waker must call once.`);
    }
    this.parking = undefined;
    this.enterState(READY);
    const { scheduler } = this;
    scheduler.ready(this);
    if (scheduler.events !== undefined) scheduler.events.emit("wake", this, kernel.current);
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
    this.flags |= INJECTED;
    this.injectedError = error;
  }

  /** Takes an injected error back. */
  clearInjected(): void {
    this.flags &= ~(INJECTED | RESTLESS);
    this.injectedError = undefined;
  }

  /** Throws `error` at the suspension point as soon as it is the task's turn. Replaces an error that is still to be thrown. */
  override interrupt(error: unknown): boolean {
    const state = this.flags & STATE;
    if (state >= COMPLETED) return false;
    this.inject(error);
    if (this.scheduler.events !== undefined) this.scheduler.events.emit("cancel", this, kernel.current);
    if (state === PARKED) this.unpark();
    else if (state === RUNNING) this.flags |= RESTLESS;
    return true;
  }

  /** Cancels the task: throws a {@link CancelledError} at its suspension point. */
  abort(reason?: unknown): boolean {
    if (this.isFinished()) return false;
    const error = new CancelledError(reason);
    if (this.cancellation instanceof TaskCancellation) this.cancellation.next = error;
    else this.cancellation = error;
    return this.interrupt(error);
  }

  /** Gives a parked task up: it never runs again, and nobody is told. For the end of a deadlocked program only. */
  abandon(): void {
    if (this.isFinished()) return;
    this.parking?.remove(this);
    this.enterState(ABANDONED);
    this.scheduler.leave(this);
  }

  /** One step: from one suspension to the next. */
  override run(): void {
    kernel.current = this;
    if (this.scheduler.events !== undefined) this.scheduler.events.emit("step", this, undefined);
    this.flags = (this.flags & ~(STATE | RESTLESS)) | RUNNING;
    // What is injected during the step itself waits for the next suspension: the frames below go on first.
    let throws = this.injected;
    for (;;) {
      kernel.inline = 0;
      let result: IteratorResult<Suspension, unknown>;
      try {
        result = throws ? this.throwInjected() : generatorNext.call(this.generator ?? this.begin());
      } catch (error) {
        throws = false;
        if (this.frame !== undefined) {
          this.frame.threw(error);
          if (this.pop(this.frame)) continue;
        }
        this.end(error instanceof CancelledError ? CANCELLED : FAILED, error);
        break;
      }
      throws = false;
      if (result === SUSPEND) {
        if ((this.flags & STATE) === RUNNING) this.parked();
        break;
      }
      if (result.done === true) {
        if (this.frame !== undefined) {
          this.frame.returned(result.value);
          if (this.pop(this.frame)) continue;
        }
        this.end(COMPLETED, result.value);
        break;
      }
      if (result === DESCEND) continue;
      if (result.value === undefined) {
        // A bare `yield`: let the others run.
        this.enterState(READY);
        this.scheduler.ready(this);
        break;
      }
      this.inject(badYield());
      throws = true;
    }
    kernel.current = undefined;
  }

  private enterState(state: number): void {
    this.flags = (this.flags & ~STATE) | state;
  }

  /** Finds out what the work is that was given to this task. */
  private begin(): Coroutine<unknown> {
    const body = this.result as Work<unknown>;
    this.result = undefined;
    const generator = coroutineOf(this, body, false);
    if (isCoroutineObject(generator)) claimCoroutine(generator).root(this);
    this.generator = generator;
    return generator;
  }

  private throwInjected(): IteratorResult<Suspension, unknown> {
    const error = this.injectedError;
    this.clearInjected();
    if (this.cancellation instanceof TaskCancellation) this.cancellation.thrown(error);
    if (this.generator === undefined) throw error;
    return generatorThrow.call(this.generator, error);
  }

  private parked(): void {
    this.enterState(PARKED);
    if (this.scheduler.events !== undefined) this.scheduler.events.emit("wait", this, undefined);
    if ((this.flags & RESTLESS) !== 0) this.unpark();
  }

  private unpark(): void {
    this.flags &= ~RESTLESS;
    const { parking, operation } = this;
    parking?.remove(this);
    this.wake();
    operation?.abandoned();
  }

  /** The innermost coroutine has ended: goes on with the one below, if there is one. */
  private pop(frame: CoroutineFrame): boolean {
    this.frame = frame.parent;
    this.generator = frame.below;
    return this.generator !== undefined;
  }

  private end(state: number, result: unknown): void {
    this.enterState(state);
    this.result = result;
    this.generator = undefined;
    this.frame = undefined;
    this.operation = undefined;
    if (this.injected) this.clearInjected();
    const { joiners, onDone, scheduler } = this;
    scheduler.leave(this);
    if (scheduler.events !== undefined) scheduler.events.emit("done", this, undefined);
    if (onDone !== undefined) {
      try {
        onDone(this);
      } catch (error) {
        scheduler.report(error, this);
      }
    }
    if (joiners !== undefined) {
      for (let joiner = joiners.shift(); joiner !== undefined; joiner = joiners.shift()) joiner.grant();
    }
    if (state === FAILED && (this.flags & (OBSERVED | SILENT)) === 0) scheduler.unhandled.add(this);
  }
}

function badYield(): RuntimeError {
  return new RuntimeError("Cannot wait for what was yielded: a task yields nothing by itself. Write yield* in front of an operation.");
}
