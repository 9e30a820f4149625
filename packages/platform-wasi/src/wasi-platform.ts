import type { Capabilities, GuestLoop, Platform } from "@portalis/runtime";
import { jobs } from "./globals/job-queue.js";
import { takeUnhandledRejections } from "./globals/promise-rejections.js";
import { timers } from "./globals/timer-queue.js";
import { reportUncaughtError } from "./globals/uncaught-error.js";
import { PollLoop } from "./poll-loop.js";
import { monotonicNow } from "./wasi-clock.js";
import type { Pollable, WasiInterfaces } from "./wasi-interfaces.js";
import { WasiProgram } from "./wasi-program.js";

/**
 * The platform of a WASI component: the program owns the loop. The scheduler runs what is ready, drains the program's own
 * microtasks with {@link WasiPlatform.checkpoint} and blocks in {@link WasiPlatform.park} when nothing is left to do.
 *
 * There are no threads, no network, no files and no signals: what needs one of them fails with
 * `PlatformNotSupportedError`.
 */
export class WasiPlatform implements Platform, GuestLoop {
  readonly name = "wasi";
  readonly capabilities: Capabilities = {
    threads: false,
    network: false,
    fileSystem: false,
    signals: false,
    ownsLoop: false,
  };
  /** There is no host to give way to between two turns. */
  readonly slice: number = Number.POSITIVE_INFINITY;
  /** The loop is the program's: this very object. */
  readonly guest: GuestLoop = this;
  readonly program: WasiProgram;
  readonly #interfaces: WasiInterfaces;
  readonly #loop: PollLoop;
  #turns: (() => void)[] = [];
  #timer: { readonly at: number; readonly wake: () => void } | undefined = undefined;

  constructor(interfaces: WasiInterfaces) {
    this.#interfaces = interfaces;
    this.#loop = new PollLoop(interfaces);
    this.program = new WasiProgram(interfaces);
  }

  now(): number {
    return monotonicNow(this.#interfaces);
  }

  /** Keeps `turn` for the next {@link WasiPlatform.checkpoint}. */
  defer(turn: () => void): void {
    this.#turns.push(turn);
  }

  /** Keeps `wake` for the first {@link WasiPlatform.checkpoint} at or after `at`. */
  setTimer(at: number, wake: () => void): void {
    this.#timer = { at, wake };
  }

  clearTimer(): void {
    this.#timer = undefined;
  }

  /**
   * Blocks until `until`, a timer or a watched pollable, whichever is first. May return early.
   *
   * @returns false when there is nothing to wait for: no deadline, no pollable, no timer that keeps the program alive
   */
  park(until: number | undefined): boolean {
    if (this.#turns.length > 0 || jobs.size > 0) return true;
    if (until === undefined && this.#timer === undefined && timers.alive === 0 && this.#loop.size === 0) return false;
    const deadlines = [until, this.#timer?.at, timers.next].filter((at) => at !== undefined);
    this.#loop.wait(deadlines.length === 0 ? undefined : Math.min(...deadlines));
    return true;
  }

  /**
   * Runs the microtasks, then what was given to `defer`, then the timers that are due, each followed by its microtasks.
   * A promise that was rejected and that nobody handles by the end of a drain is an uncaught error of the program.
   *
   * @returns whether anything ran
   */
  checkpoint(): boolean {
    let ran = this.#drain();
    const turns = this.#turns;
    this.#turns = [];
    for (const turn of turns) {
      turn();
      this.#drain();
      ran = true;
    }
    const timer = this.#timer;
    if (timer !== undefined && timer.at <= this.now()) {
      this.#timer = undefined;
      timer.wake();
      this.#drain();
      ran = true;
    }
    if (timers.runDue()) {
      this.#drain();
      ran = true;
    }
    return ran;
  }

  /**
   * Calls `wake` once when `pollable` is ready, while the loop is parked. The pollable is disposed by then.
   *
   * @returns ends the watch
   */
  watch(pollable: Pollable, wake: () => void): Disposable {
    return this.#loop.watch(pollable, wake);
  }

  /**
   * Asks the clock and polls once without waiting. Some hosts start a thread for the first poll and compile at the first
   * call; done before the program starts, that does not make its first sleep late.
   */
  prime(): void {
    this.#loop.wait(this.now());
  }

  #drain(): boolean {
    const ran = jobs.drain();
    for (const reason of takeUnhandledRejections()) reportUncaughtError(reason);
    return ran;
  }
}

/**
 * Makes the platform of a component from the WASI interfaces it was given. The start of a component does this, see
 * `runProgram`; a program that owns its own loop may too.
 *
 * @example
 * ```ts
 * const platform = createWasiPlatform(interfaces);
 * const rt = new Runtime({ platform });
 * rt.block(main());
 * ```
 */
export function createWasiPlatform(interfaces: WasiInterfaces): WasiPlatform {
  return new WasiPlatform(interfaces);
}
