import { RuntimeError } from "./runtime-error.js";
import type { Scheduler } from "./scheduler.js";
import type { Task } from "./task.js";
import { TaskHandle } from "./task-handle.js";

/** Gets an error that nobody handled, and the task it ended, if it was a task. */
export type UnhandledErrorListener = (error: unknown, task: { readonly id: number; readonly name: string | undefined } | undefined) => void;

/**
 * The errors that nobody has asked for. A task may fail long before somebody joins it, so that a failure alone proves nothing: it is reported
 * when its handle has been collected, or when the runtime has nothing left to run, whichever is first; and not at all once the task was
 * joined.
 */
export class UnhandledErrors {
  readonly #scheduler: Scheduler;
  readonly #listeners = new Set<UnhandledErrorListener>();
  readonly #tasks = new Set<Task>();
  #registry: FinalizationRegistry<Task> | undefined = undefined;
  #soon = false;

  constructor(scheduler: Scheduler) {
    this.#scheduler = scheduler;
  }

  listen(listener: UnhandledErrorListener): Disposable {
    // A function of its own, so that the same listener may be added twice.
    const added: UnhandledErrorListener = (error, task) => listener(error, task);
    this.#listeners.add(added);
    return { [Symbol.dispose]: () => void this.#listeners.delete(added) };
  }

  /** `task` has failed, and nobody has its error yet. */
  add(task: Task): void {
    this.#tasks.add(task);
    const { owner } = task;
    if (!(owner instanceof TaskHandle) || typeof FinalizationRegistry === "undefined") return;
    // From here on only the program holds its handle.
    task.owner = undefined;
    this.#registry ??= new FinalizationRegistry((collected) => this.#reportTask(collected));
    this.#registry.register(owner, task, task);
  }

  /** Somebody has the error of `task` now. */
  remove(task: Task): void {
    if (this.#tasks.delete(task)) this.#registry?.unregister(task);
  }

  /** The runtime has nothing left to run: reports what is left, if that is still so when the host has had its chance. */
  reportSoon(): void {
    if (this.#tasks.size === 0 || this.#soon) return;
    this.#soon = true;
    this.#scheduler.platform.defer(() => {
      this.#soon = false;
      if (this.#scheduler.isFinished) this.reportAll();
    });
  }

  reportAll(): void {
    for (const task of this.#tasks) this.#reportTask(task);
  }

  /** Reports what is left and forgets who listens: the runtime has ended. */
  close(): void {
    this.reportAll();
    this.#listeners.clear();
  }

  /** Tells the listeners, or the platform when there are none. A listener that throws stops nothing. */
  report(error: unknown, task: Task | undefined): void {
    if (this.#listeners.size === 0) {
      this.#tellPlatform(error, task);
      return;
    }
    for (const listener of this.#listeners) {
      try {
        listener(error, task);
      } catch (failure) {
        this.#tellPlatform(new RuntimeError("A listener for unhandled errors failed.", { cause: failure }), undefined);
      }
    }
  }

  #reportTask(task: Task): void {
    if (!this.#tasks.delete(task)) return;
    this.#registry?.unregister(task);
    this.report(task.result, task);
  }

  #tellPlatform(error: unknown, task: Task | undefined): void {
    const { program } = this.#scheduler.platform;
    const text = `Uncaught error${task === undefined ? "" : ` in ${describeTask(task)}`}: ${describeError(error)}\n`;
    try {
      if (program.uncaught === undefined) program.write("stderr", text);
      else program.uncaught(error, text);
    } catch {
      // There is nobody left to tell.
    }
  }
}

/** `task 3` or `task 3 "worker"`. */
export function describeTask(task: { readonly id: number; readonly name: string | undefined }): string {
  return task.name === undefined ? `task ${task.id}` : `task ${task.id} "${task.name}"`;
}

function describeError(error: unknown): string {
  try {
    if (!(error instanceof Error)) return String(error);
    const own = error.stack ?? String(error);
    return error.cause === undefined ? own : `${own}\n  caused by: ${describeError(error.cause)}`;
  } catch {
    return "an error that cannot be shown";
  }
}
