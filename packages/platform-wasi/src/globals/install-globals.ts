import { createWriter } from "../output-writer.js";
import { u64Of } from "../u64.js";
import { monotonicNow, wallNow } from "../wasi-clock.js";
import type { WasiInterfaces } from "../wasi-interfaces.js";
import { AbortController } from "./abort-controller.js";
import { AbortSignal } from "./abort-signal.js";
import { arrayFromAsync } from "./array-from-async.js";
import { createConsole } from "./console.js";
import { createCrypto } from "./crypto.js";
import { Event } from "./event.js";
import { EventTarget } from "./event-target.js";
import { createMathRandom } from "./math-random.js";
import { createPerformance } from "./performance.js";
import { GuestPromise } from "./promise.js";
import { queueMicrotask } from "./queue-microtask.js";
import { structuredClone } from "./structured-clone.js";
import { TextDecoder } from "./text-decoder.js";
import { TextEncoder } from "./text-encoder.js";
import { timers } from "./timer-queue.js";
import { clearInterval, clearTimeout, setInterval, setTimeout } from "./timers.js";

/** What {@link installGlobals} stands on. */
export type GlobalsInterfaces = Pick<WasiInterfaces, "monotonicClock" | "wallClock" | "stdout" | "stderr" | "random">;

/**
 * Gives a program the globals that it expects of a JavaScript host and that QuickJS lacks, or has in a form that does not
 * work inside a component: its promise jobs never run, its `Math.random` and `performance` are those of the build.
 *
 * It must be called when the program has started, before any other module is evaluated; called while the component is
 * being built it would fail, or freeze the build machine's clock and random numbers into it.
 *
 * @param interfaces the host
 * @param target where to put them; the global object, except in tests
 */
export function installGlobals(interfaces: GlobalsInterfaces, target: object = globalThis): void {
  const u64 = u64Of(interfaces);
  const now = (): number => monotonicNow(interfaces);
  timers.setClock(now);
  const randomBytes = (length: number): Uint8Array => interfaces.random.getRandomBytes(u64(length));
  const globals: Record<string, unknown> = {
    AbortController,
    AbortSignal,
    Event,
    EventTarget,
    Promise: GuestPromise,
    TextDecoder,
    TextEncoder,
    clearInterval,
    clearTimeout,
    console: createConsole(createWriter(interfaces), now),
    crypto: createCrypto(randomBytes),
    performance: createPerformance(now, wallNow(interfaces)),
    queueMicrotask,
    setInterval,
    setTimeout,
    structuredClone,
  };
  for (const [name, value] of Object.entries(globals)) define(target, name, value);
  const { Math, Array } = target as Partial<typeof globalThis>;
  if (Math !== undefined) define(Math, "random", createMathRandom(randomBytes(16)));
  if (Array !== undefined) define(Array, "fromAsync", arrayFromAsync);
  // Its disposeAsync() gives out native promises, which never settle: better none, as on Node 20.
  delete (target as { AsyncDisposableStack?: unknown }).AsyncDisposableStack;
}

function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, enumerable: false, configurable: true });
}
