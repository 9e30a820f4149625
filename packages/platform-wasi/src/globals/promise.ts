import { jobs } from "./job-queue.js";
import { newPromiseCapability, type PromiseCapability } from "./promise-capability.js";
import { all, allSettled, any, race } from "./promise-combinators.js";
import { noteHandled, noteRejection } from "./promise-rejections.js";

type State = "pending" | "fulfilled" | "rejected";
type Callback = (value: unknown) => unknown;
type Executor<T> = (resolve: (value: T | PromiseLike<T>) => void, reject: (reason: unknown) => void) => void;

/** What can be seen of a promise from outside. */
export interface PromisePeek {
  readonly state: "pending" | "fulfilled" | "rejected";
  /** The value or the reason. */
  readonly value: unknown;
}

let peek: (value: object) => PromisePeek | undefined;

interface Reaction {
  readonly onFulfilled: Callback | undefined;
  readonly onRejected: Callback | undefined;
  /** The promise made by `then`, when it is one of ours and needs no resolving functions. */
  readonly derived: GuestPromise<unknown> | undefined;
  /** The same for a promise of another class. */
  readonly capability: PromiseCapability<unknown> | undefined;
}

/** Marks the construction of a promise that is settled from inside this file. */
const bare: Executor<never> = () => undefined;

/**
 * ECMAScript's `Promise` on the program's own job queue ({@link jobs}), for engines that never run theirs.
 *
 * It takes the steps of the specification, job for job, so that reactions run in the order in which they run on Node:
 * a reaction is one job, resolving with a thenable is one more, and `await` (as lowered by the build) is one reaction.
 * A rejection without a reaction is noted with {@link noteRejection}.
 *
 * @example
 * ```ts
 * GuestPromise.resolve(20).then((n) => n + 1).then(print); // prints 21 when the queue is drained
 * ```
 */
export class GuestPromise<T> implements PromiseLike<T> {
  #state: State = "pending";
  #value: unknown = undefined;
  #reactions: Reaction[] | undefined = undefined;
  #handled = false;

  static get [Symbol.species](): unknown {
    return this;
  }

  static {
    Object.defineProperty(GuestPromise, "name", { value: "Promise", configurable: true });
    Object.defineProperty(GuestPromise.prototype, Symbol.toStringTag, { value: "Promise", configurable: true });
    peek = (value) => (#state in value ? { state: value.#state, value: value.#value } : undefined);
  }

  constructor(executor: Executor<T>) {
    if ((executor as unknown) === bare) return;
    if (typeof executor !== "function") {
      throw new TypeError(`Promise resolver ${String(executor)} is not a function`);
    }
    const { resolve, reject } = this.#resolvingFunctions();
    try {
      executor(resolve, reject);
    } catch (error) {
      reject(error);
    }
  }

  /** A promise that settles as `value` does; `value` itself when it is a promise of this class. */
  static resolve(value?: unknown): PromiseLike<unknown> {
    if (typeof value === "object" && value !== null && #state in value && value.constructor === this) {
      return value;
    }
    if ((this as unknown) === GuestPromise) {
      const promise = new GuestPromise<unknown>(bare);
      promise.#resolve(value);
      return promise;
    }
    const capability = newPromiseCapability<unknown>(this);
    capability.resolve(value);
    return capability.promise;
  }

  static reject(reason?: unknown): PromiseLike<never> {
    const capability = newPromiseCapability<never>(this);
    capability.reject(reason);
    return capability.promise;
  }

  static withResolvers(): PromiseCapability<unknown> {
    return newPromiseCapability<unknown>(this);
  }

  static try(callback: (...args: unknown[]) => unknown, ...args: unknown[]): PromiseLike<unknown> {
    const capability = newPromiseCapability<unknown>(this);
    try {
      capability.resolve(callback(...args));
    } catch (error) {
      capability.reject(error);
    }
    return capability.promise;
  }

  static all(iterable: Iterable<unknown>): PromiseLike<unknown[]> {
    return all(this, iterable);
  }

  static allSettled(iterable: Iterable<unknown>): PromiseLike<PromiseSettledResult<unknown>[]> {
    return allSettled(this, iterable);
  }

  static any(iterable: Iterable<unknown>): PromiseLike<unknown> {
    return any(this, iterable);
  }

  static race(iterable: Iterable<unknown>): PromiseLike<unknown> {
    return race(this, iterable);
  }

  then<A = T, B = never>(
    onFulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): PromiseLike<A | B> {
    const C = speciesOf(this);
    const derived = C === GuestPromise ? new GuestPromise<unknown>(bare) : undefined;
    const capability = derived === undefined ? newPromiseCapability<unknown>(C) : undefined;
    const reaction: Reaction = {
      onFulfilled: typeof onFulfilled === "function" ? (onFulfilled as Callback) : undefined,
      onRejected: typeof onRejected === "function" ? onRejected : undefined,
      derived,
      capability,
    };
    if (this.#state === "pending") {
      (this.#reactions ??= []).push(reaction);
    } else {
      if (this.#state === "rejected" && !this.#handled) noteHandled(this);
      this.#react(reaction);
    }
    this.#handled = true;
    return (derived ?? capability?.promise) as PromiseLike<A | B>;
  }

  catch<B = never>(onRejected?: ((reason: unknown) => B | PromiseLike<B>) | null): PromiseLike<T | B> {
    return this.then(undefined, onRejected);
  }

  finally(onFinally?: (() => unknown) | null): PromiseLike<T> {
    if (typeof onFinally !== "function") return this.then(onFinally, onFinally);
    const C = speciesOf(this) as typeof GuestPromise;
    return this.then(
      (value) => C.resolve(onFinally()).then(() => value),
      (reason) =>
        C.resolve(onFinally()).then(() => {
          throw reason;
        }),
    );
  }

  /** The two functions an executor gets: the first call of either counts, later ones do nothing. */
  #resolvingFunctions(): { resolve: (value: unknown) => void; reject: (reason: unknown) => void } {
    let called = false;
    return {
      resolve: (value) => {
        if (called) return;
        called = true;
        this.#resolve(value);
      },
      reject: (reason) => {
        if (called) return;
        called = true;
        this.#settle("rejected", reason);
      },
    };
  }

  /** Fulfils with a plain value, follows a thenable from a job of its own. */
  #resolve(value: unknown): void {
    if (value === this) {
      this.#settle("rejected", new TypeError("Chaining cycle detected for promise #<Promise>"));
      return;
    }
    if ((typeof value !== "object" || value === null) && typeof value !== "function") {
      this.#settle("fulfilled", value);
      return;
    }
    let then: unknown;
    try {
      then = (value as { then?: unknown }).then;
    } catch (error) {
      this.#settle("rejected", error);
      return;
    }
    if (typeof then !== "function") {
      this.#settle("fulfilled", value);
      return;
    }
    jobs.push(() => {
      const { resolve, reject } = this.#resolvingFunctions();
      try {
        then.call(value, resolve, reject);
      } catch (error) {
        reject(error);
      }
    });
  }

  #settle(state: "fulfilled" | "rejected", value: unknown): void {
    const reactions = this.#reactions;
    this.#reactions = undefined;
    this.#state = state;
    this.#value = value;
    if (state === "rejected" && !this.#handled) noteRejection(this, value);
    if (reactions !== undefined) for (const reaction of reactions) this.#react(reaction);
  }

  /** Queues the job of one reaction to this settled promise. */
  #react(reaction: Reaction): void {
    const value = this.#value;
    const fulfilled = this.#state === "fulfilled";
    const handler = fulfilled ? reaction.onFulfilled : reaction.onRejected;
    jobs.push(() => {
      let result = value;
      let failed = !fulfilled;
      if (handler !== undefined) {
        try {
          result = handler(value);
          failed = false;
        } catch (error) {
          result = error;
          failed = true;
        }
      }
      if (reaction.derived === undefined) {
        if (failed) reaction.capability?.reject(result);
        else reaction.capability?.resolve(result);
      } else if (failed) {
        reaction.derived.#settle("rejected", result);
      } else {
        reaction.derived.#resolve(result);
      }
    });
  }
}

/** How a promise of ours stands, for whoever prints it; `undefined` for anything else. */
export function peekPromise(value: object): PromisePeek | undefined {
  return peek(value);
}

/** The class of the promises that `then` and `finally` make (ECMAScript, SpeciesConstructor). */
function speciesOf(promise: object): unknown {
  const own: unknown = promise.constructor;
  if (own === GuestPromise || own === undefined) return GuestPromise;
  if ((typeof own !== "object" || own === null) && typeof own !== "function") {
    throw new TypeError("The constructor property of the promise is not an object");
  }
  return (own as { [Symbol.species]?: unknown })[Symbol.species] ?? GuestPromise;
}
