import { JoinOperation, OutcomeOperation } from "./join-operation.js";
import { kernel } from "./kernel-state.js";
import type { Work } from "./operation.js";
import type { Capabilities, Platform } from "./platform.js";
import { PlatformNotSupportedError } from "./platform-not-supported-error.js";
import { portablePlatform } from "./portable-platform.js";
import type { RuntimeConfig } from "./runtime-config.js";
import { RuntimeError } from "./runtime-error.js";
import { perform } from "./perform.js";
import { Callback } from "./callback.js";
import { Scheduler } from "./scheduler.js";
import { SpawnError } from "./spawn-error.js";
import { type SpawnOptions, spawnOn } from "./spawn-on.js";
import { Task } from "./task.js";
import type { TaskHandle } from "./task-handle.js";
import { listTasks, snapshotOf, type TaskSnapshot } from "./task-snapshot.js";
import type { UnhandledErrorListener } from "./unhandled-errors.js";

/** Figures of a runtime at one moment. */
export interface RuntimeMetrics {
  /** Tasks that have not ended. */
  readonly tasks: number;
  /** Entries in the ready list. */
  readonly ready: number;
  /** Timers that have not fired. */
  readonly timers: number;
  /** Turns that have ended. */
  readonly turns: number;
  /** Steps of tasks and callbacks that have run. */
  readonly steps: number;
}

/** What {@link Runtime.shutdown} did. */
export interface ShutdownReport {
  /** How many tasks were aborted. */
  readonly aborted: number;
  /** The tasks that had not ended when the time was over. */
  readonly stuck: readonly TaskSnapshot[];
}

/**
 * Runs tasks on a platform. Most programs use the one that {@link runtime} gives; make another to keep tasks apart, or to run on another
 * platform in tests. Runtimes share nothing.
 *
 * @example
 * ```ts
 * const rt = new Runtime({ slice: 2 });
 * const value = await rt.run(main());
 * ```
 */
export class Runtime {
  readonly config: RuntimeConfig;
  readonly platform: Platform;
  /** The kernel's side of this runtime, for those who build primitives. */
  readonly scheduler: Scheduler;
  #closed = false;

  constructor(config: RuntimeConfig = {}) {
    const slice = config.slice;
    if (slice !== undefined && !(slice > 0)) throw new RangeError(`Cannot make a runtime: slice must be more than 0 ms, not ${slice}.`);
    this.config = config;
    this.platform = config.platform ?? kernel.platform ?? portablePlatform();
    this.scheduler = new Scheduler(this, this.platform, slice ?? this.platform.slice);
  }

  /** What the platform can do. */
  get capabilities(): Capabilities {
    return this.platform.capabilities;
  }

  /**
   * Starts a task. Its first step runs in a later turn, behind what is ready already.
   *
   * @throws SpawnError after {@link Runtime.shutdown}
   */
  spawn<T>(work: Work<T>, options?: SpawnOptions): TaskHandle<T> {
    this.#refuseWhenClosed();
    return spawnOn(this.scheduler, work, options);
  }

  /** Starts a task and gives its result as a promise: `spawn` and `join`. */
  run<T>(work: Work<T>): Promise<T> {
    return Promise.resolve(this.spawn(work).join());
  }

  /**
   * Runs `work` to its end and returns its value, blocking meanwhile: on platforms where the program owns the loop (WASI).
   *
   * @throws PlatformNotSupportedError where the host owns the loop
   * @throws RuntimeError inside a task or a callback of this runtime, and on a deadlock: when no task can ever go on. Its message lists the
   *   tasks and what they wait for.
   */
  block<T>(work: Work<T>): T {
    const { guest } = this.platform;
    if (guest === undefined) {
      throw new PlatformNotSupportedError("block", this.platform.name, "The host owns the loop here: use `await rt.run(work)`.");
    }
    const scheduler = this.scheduler;
    if (scheduler.isRunning) throw new RuntimeError("Cannot block: this runtime is running already. Use `yield* spawn(work).join()`.");
    this.#refuseWhenClosed();
    const task = new Task(scheduler, work);
    task.observed = true;
    task.start();
    if (!scheduler.block(guest, () => task.isFinished())) {
      const tasks = listTasks(scheduler.liveTasks());
      task.abandon();
      throw new RuntimeError(`Cannot go on: every task waits and nothing can wake one (a deadlock).\n${tasks}`);
    }
    return new JoinOperation<T>(task, undefined, undefined).complete();
  }

  /** Figures of this moment. */
  metrics(): RuntimeMetrics {
    const { live, readyCount, timerCount, turns, steps } = this.scheduler;
    return { tasks: live, ready: readyCount, timers: timerCount, turns, steps };
  }

  /** The tasks that have not ended, in the order in which they were started. */
  dump(): TaskSnapshot[] {
    return this.scheduler.liveTasks().map(snapshotOf);
  }

  /**
   * Calls `listener` with each error that nobody handled, once: the error of a task that nobody joined, when its handle was collected or when
   * the runtime has nothing left to run; an error thrown by a callback, at once. Without listeners the platform shows the error, and the
   * exit code is not 0 where there is one.
   *
   * @returns ends the listening
   */
  onUnhandledError(listener: UnhandledErrorListener): Disposable {
    return this.scheduler.unhandled.listen(listener);
  }

  /**
   * Aborts all tasks, waits for them to end, and refuses new ones from now on. Called inside a task it does not abort that one.
   *
   * @param options `timeout`: for how many milliseconds to wait for tasks that clean up. Default: without limit.
   * @returns what was aborted, and who had not ended in time
   */
  async shutdown(options: { readonly timeout?: number } = {}): Promise<ShutdownReport> {
    this.#closed = true;
    const scheduler = this.scheduler;
    const tasks = scheduler.liveTasks().filter((task) => task !== kernel.current);
    for (const task of tasks) task.abort("the runtime is shut down");
    const ended = Promise.all(tasks.map((task) => new OutcomeOperation(task, undefined, undefined)));
    const { timeout } = options;
    if (timeout === undefined || timeout === Infinity) {
      await ended;
      return { aborted: tasks.length, stuck: [] };
    }
    await new Promise<void>((resolve) => {
      const timer = new Callback(resolve);
      scheduler.addTimer(scheduler.now() + timeout, timer);
      void ended.then(() => {
        scheduler.removeTimer(timer);
        resolve();
      });
    });
    return { aborted: tasks.length, stuck: tasks.filter((task) => !task.isFinished()).map(snapshotOf) };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.shutdown();
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw new SpawnError("Cannot start a task: the runtime was shut down. Make a new Runtime.");
  }
}

kernel.services ??= {
  perform,
  run: (work) => (kernel.running?.runtime ?? (kernel.runtime ??= new Runtime(kernel.config))).run(work),
};
