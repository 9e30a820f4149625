import { CancelledError } from "./cancelled-error.js";
import { capabilitiesOf, checkConfig, checkSupport } from "./check-config.js";
import { deadlock, DeadlockWatch } from "./deadlock-watch.js";
import { JoinOperation, OutcomeOperation } from "./join-operation.js";
import { kernel } from "./kernel-state.js";
import type { Work } from "./operation.js";
import type { Capabilities, Platform } from "./platform.js";
import { PlatformNotSupportedError } from "./platform-not-supported-error.js";
import { portablePlatform } from "./portable-platform.js";
import { RuntimeBuilder } from "./runtime-builder.js";
import type { RuntimeConfig } from "./runtime-config.js";
import { RuntimeError } from "./runtime-error.js";
import { perform } from "./perform.js";
import { Callback } from "./callback.js";
import { Scheduler } from "./scheduler.js";
import { SpawnError } from "./spawn-error.js";
import { type SpawnOptions, spawnOn } from "./spawn-on.js";
import { Task } from "./task.js";
import type { TaskHandle } from "./task-handle.js";
import type { TaskEventListener } from "./task-events.js";
import { snapshotOf, type TaskSnapshot } from "./task-snapshot.js";
import type { TurnTimes } from "./turn-clock.js";
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
  /** How long turns took. Measured with `debug: true` only: else `undefined`. */
  readonly turnTimes: TurnTimes | undefined;
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
  /** What the platform can do and this runtime may use. */
  readonly capabilities: Capabilities;
  /** The kernel's side of this runtime, for those who build primitives. */
  readonly scheduler: Scheduler;
  readonly #watch: DeadlockWatch;
  #closed = false;

  /**
   * @throws RangeError for a figure that makes no sense, PlatformNotSupportedError for what the platform cannot do
   */
  constructor(config: RuntimeConfig = {}) {
    checkConfig(config);
    const platform = config.platform ?? kernel.platform ?? portablePlatform();
    checkSupport(config, platform);
    this.config = config;
    this.platform = platform;
    this.capabilities = capabilitiesOf(config, platform);
    this.scheduler = new Scheduler(this, platform, config.slice ?? platform.slice);
    this.#watch = new DeadlockWatch(this.scheduler);
  }

  /**
   * Makes a runtime step by step.
   *
   * @example
   * ```ts
   * const rt = Runtime.builder().runtimeType("single-threaded").slice(2).build();
   * ```
   */
  static builder(): RuntimeBuilder {
    return new RuntimeBuilder((config) => new Runtime(config));
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

  /**
   * Starts a task and gives its result as a promise: `spawn` and `join`.
   *
   * Where the host can tell that nothing will ever happen again (Node), a task that would then wait for ever ends: the promise is rejected with
   * a {@link RuntimeError} that lists the tasks and what they wait for, and the same error is thrown into the task, so that it can clean up.
   * A page cannot know that: there it just waits.
   */
  run<T>(work: Work<T>): Promise<T> {
    this.#refuseWhenClosed();
    const task = new Task(this.scheduler, work);
    task.observed = true;
    task.start();
    const result = Promise.resolve(new JoinOperation<T>(task, undefined, undefined));
    return this.platform.program.onDrained === undefined ? result : this.#watch.over(task, result);
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
      const error = deadlock(scheduler);
      task.abandon();
      throw error;
    }
    return new JoinOperation<T>(task, undefined, undefined).complete();
  }

  /** Figures of this moment. */
  metrics(): RuntimeMetrics {
    const { live, readyCount, timerCount, turns, steps, turnClock } = this.scheduler;
    return { tasks: live, ready: readyCount, timers: timerCount, turns, steps, turnTimes: turnClock?.times };
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
   * Calls `listener` with each {@link TaskEvent}, synchronously, as it happens: for timelines and debuggers. A listener that throws stops
   * nothing; its error is reported as unhandled. Nothing is paid while nobody listens.
   *
   * @returns ends the listening
   *
   * @example
   * ```ts
   * import { Runtime } from "@portalis/runtime";
   *
   * const rt = new Runtime();
   * const seen: string[] = [];
   * const listening = rt.onTaskEvent(({ type }) => void seen.push(type));
   * await rt.run(function* () {
   *   yield;
   * });
   * listening[Symbol.dispose]();
   * if (seen.join() !== "spawn,step,step,done") throw new Error(seen.join());
   * ```
   */
  onTaskEvent(listener: TaskEventListener): Disposable {
    const end = this.scheduler.listen(listener);
    return { [Symbol.dispose]: end };
  }

  /**
   * Aborts all tasks, waits for them to end, those they start while they clean up included, and refuses new ones from now on. Called inside a
   * task it does not abort that one. Then nothing of the runtime is left: its timers are dropped, waits outside tasks that stand behind one
   * end with {@link CancelledError}, errors that nobody has asked for are reported, listeners are forgotten.
   *
   * @param options `timeout`: for how many milliseconds to wait for tasks that clean up. Default: without limit.
   * @returns what was aborted, and who had not ended in time; the timers of those stay
   */
  async shutdown(options: { readonly timeout?: number } = {}): Promise<ShutdownReport> {
    this.#closed = true;
    const { scheduler } = this;
    const { timeout = Infinity } = options;
    const caller = kernel.current;
    const limit = new Deadline(scheduler, timeout);
    const aborted = new Set<Task>();
    for (;;) {
      const tasks = scheduler.liveTasks().filter((task) => task !== caller && !aborted.has(task));
      if (tasks.length === 0) break;
      for (const task of tasks) {
        aborted.add(task);
        task.abort("the runtime is shut down");
      }
      const ended = Promise.all(tasks.map((task) => new OutcomeOperation(task, undefined, undefined)));
      await Promise.race([ended, limit.passed]);
    }
    limit.end();
    const stuck = [...aborted].filter((task) => !task.isFinished()).map(snapshotOf);
    if (stuck.length === 0) scheduler.clear(new CancelledError("the runtime is shut down"));
    scheduler.unhandled.close();
    return { aborted: aborted.size, stuck };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.shutdown();
  }

  #refuseWhenClosed(): void {
    if (this.#closed) throw new SpawnError("Cannot start a task: the runtime was shut down. Make a new Runtime.");
  }
}

/** A timer of its own for the patience of a shutdown. */
class Deadline {
  readonly passed: Promise<void>;
  #timer: Callback | undefined = undefined;
  readonly #scheduler: Scheduler;

  constructor(scheduler: Scheduler, ms: number) {
    this.#scheduler = scheduler;
    this.passed = new Promise((resolve) => {
      if (ms === Infinity) return;
      this.#timer = new Callback(resolve);
      scheduler.addTimer(scheduler.now() + ms, this.#timer);
    });
  }

  end(): void {
    if (this.#timer !== undefined) this.#scheduler.removeTimer(this.#timer);
  }
}

kernel.services ??= {
  perform,
  run: (work) => (kernel.running?.runtime ?? (kernel.runtime ??= new Runtime(kernel.config))).run(work),
};
