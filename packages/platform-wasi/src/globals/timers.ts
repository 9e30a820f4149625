import { timers, type TimerEntry } from "./timer-queue.js";

/** Timers by the number that stands for them, for programs that treat a timer as a number. */
const byId = new Map<number, Timeout>();
let lastId = 0;

/**
 * What `setTimeout` and `setInterval` give back: as on Node an object, good for `clearTimeout`, that becomes a number
 * where one is asked for.
 */
export class Timeout {
  readonly #id = ++lastId;
  readonly #entry: TimerEntry;
  readonly #delay: number;

  constructor(callback: () => void, delay: number, repeat: boolean) {
    this.#delay = delay;
    this.#entry = timers.entry(() => {
      if (repeat) timers.start(this.#entry, delay);
      else byId.delete(this.#id);
      callback();
    });
    timers.start(this.#entry, delay);
    byId.set(this.#id, this);
  }

  /** Ends the timer; it will not fire any more. */
  close(): this {
    timers.stop(this.#entry);
    byId.delete(this.#id);
    return this;
  }

  /** Lets the program go on for the sake of this timer, as it does unless told otherwise. */
  ref(): this {
    timers.keepAlive(this.#entry, true);
    return this;
  }

  /** Lets the program end without waiting for this timer. */
  unref(): this {
    timers.keepAlive(this.#entry, false);
    return this;
  }

  hasRef(): boolean {
    return this.#entry.keepsAlive;
  }

  /** Starts the time anew, from now. */
  refresh(): this {
    timers.start(this.#entry, this.#delay);
    byId.set(this.#id, this);
    return this;
  }

  [Symbol.toPrimitive](): number {
    return this.#id;
  }

  [Symbol.dispose](): void {
    this.close();
  }
}

/**
 * The web's `setTimeout`. It fires at the first chance after `delay` milliseconds and never before; delays of any length
 * are taken. As on Node, less than a millisecond counts as one.
 *
 * @throws TypeError when `callback` is not a function
 */
export function setTimeout(callback: (...args: never[]) => void, delay?: number, ...args: unknown[]): Timeout {
  return start("setTimeout", callback, delay, args, false);
}

/** The web's `setInterval`: the next firing is counted from the last one. */
export function setInterval(callback: (...args: never[]) => void, delay?: number, ...args: unknown[]): Timeout {
  return start("setInterval", callback, delay, args, true);
}

/** Ends a timer, given as the object or as its number. Anything else is ignored, as on the web. */
export function clearTimeout(timeout?: unknown): void {
  const found = timeout instanceof Timeout ? timeout : byId.get(Number(timeout));
  found?.close();
}

/** The same as {@link clearTimeout}. */
export function clearInterval(timeout?: unknown): void {
  clearTimeout(timeout);
}

function start(
  name: string,
  callback: (...args: never[]) => void,
  delay: number | undefined,
  args: readonly unknown[],
  repeat: boolean,
): Timeout {
  if (typeof callback !== "function") throw new TypeError(`${name}(callback): callback is ${typeof callback}, not a function`);
  const ms = Number((delay as unknown) ?? 0);
  return new Timeout(
    () => {
      callback(...(args as never[]));
    },
    ms >= 1 ? ms : 1,
    repeat,
  );
}
