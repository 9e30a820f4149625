import { AsyncLocalStorage } from "node:async_hooks";
import { performance } from "node:perf_hooks";
import type { Capabilities, Platform } from "@portalis/runtime";
import { NativeTimer } from "./native-timer.js";
import { NodeProgram } from "./node-program.js";

/**
 * The platform of Node: the process's event loop drives the scheduler.
 *
 * Between two slices of turns the loop gets one round of its own (`setImmediate`), in which it serves timers, sockets and
 * files; a `MessageChannel` would starve them. Turns and timers run in the async context in which the platform was made,
 * not in that of whoever happened to wake the scheduler, so no `AsyncLocalStorage` store leaks into unrelated tasks.
 *
 * Node's functions are taken when the platform is made: a test that replaces the global timers does not stop it.
 *
 * @example
 * ```ts
 * const rt = new Runtime({ platform: new NodePlatform() });
 * await rt.run(main());
 * ```
 */
export class NodePlatform implements Platform {
  readonly name = "node";
  readonly capabilities: Capabilities = {
    threads: true,
    network: true,
    fileSystem: true,
    signals: true,
    ownsLoop: true,
  };
  /** One millisecond of turns: timers are then late by about as much under full load, and I/O is served at full rate. */
  readonly slice = 1;
  readonly program: NodeProgram = new NodeProgram();
  readonly #inOwnContext = AsyncLocalStorage.snapshot();
  readonly #setImmediate = setImmediate;
  readonly #clock = performance;
  readonly #timer = new NativeTimer(() => this.#clock.now());

  /** Milliseconds since the process started, in fractions. */
  now(): number {
    return this.#clock.now();
  }

  /** Calls `turn` after one round of the event loop; the process stays alive until then. */
  defer(turn: () => void): void {
    this.#setImmediate(this.#inOwnContext, turn);
  }

  /** Calls `wake` at `at`, or before, and keeps the process alive until then. */
  setTimer(at: number, wake: () => void): void {
    this.#inOwnContext(() => {
      this.#timer.set(at, wake);
    });
  }

  clearTimer(): void {
    this.#timer.clear();
  }
}
