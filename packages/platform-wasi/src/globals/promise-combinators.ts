import { newPromiseCapability, type PromiseCapability } from "./promise-capability.js";

/** Looks at one member: `follow` attaches the two reactions to it, `index` is its place. */
type Step<T> = (
  follow: (onFulfilled: (value: unknown) => void, onRejected: (reason: unknown) => void) => void,
  index: number,
  capability: PromiseCapability<T>,
) => void;

/**
 * What the four combinators share: a promise of class `C`, every member made a promise with `C.resolve`, any error on
 * the way a rejection. `end` is told the number of members after the last one.
 */
function combine<T>(
  C: unknown,
  iterable: Iterable<unknown>,
  step: Step<T>,
  end: (count: number, capability: PromiseCapability<T>) => void,
): PromiseLike<T> {
  const capability = newPromiseCapability<T>(C);
  try {
    const resolve = (C as { resolve?: unknown }).resolve;
    if (typeof resolve !== "function") throw new TypeError("Promise resolve or reject function is not callable");
    let index = 0;
    for (const member of iterable) {
      const promise = resolve.call(C, member) as PromiseLike<unknown>;
      step((onFulfilled, onRejected) => void promise.then(onFulfilled, onRejected), index++, capability);
    }
    end(index, capability);
  } catch (error) {
    capability.reject(error);
  }
  return capability.promise;
}

/**
 * Collects one entry per member and tells `done` when the last has come: the counting that `all`, `allSettled` and
 * `any` share. It starts at one, for the loop itself, so that members that settle at once cannot end it early.
 */
class Collector<T> {
  readonly entries: T[] = [];
  readonly #done: (entries: T[]) => void;
  #missing = 1;

  constructor(done: (entries: T[]) => void) {
    this.#done = done;
  }

  /** Makes room for one entry; the function given back takes it, once. */
  expect(index: number): (entry: T) => void {
    let taken = false;
    this.#missing++;
    this.entries[index] = undefined as T;
    return (entry) => {
      if (taken) return;
      taken = true;
      this.entries[index] = entry;
      this.release();
    };
  }

  release(): void {
    if (--this.#missing === 0) this.#done(this.entries);
  }
}

/** `Promise.all`: the values in the order of the members; the first rejection rejects. */
export function all(C: unknown, iterable: Iterable<unknown>): PromiseLike<unknown[]> {
  let collector: Collector<unknown> | undefined;
  return combine<unknown[]>(
    C,
    iterable,
    (follow, index, capability) => {
      collector ??= new Collector(capability.resolve);
      follow(collector.expect(index), capability.reject);
    },
    (_count, capability) => {
      (collector ?? new Collector(capability.resolve)).release();
    },
  );
}

/** `Promise.allSettled`: how each member ended, in their order; never rejects because of one. */
export function allSettled(C: unknown, iterable: Iterable<unknown>): PromiseLike<PromiseSettledResult<unknown>[]> {
  let collector: Collector<PromiseSettledResult<unknown>> | undefined;
  return combine<PromiseSettledResult<unknown>[]>(
    C,
    iterable,
    (follow, index, capability) => {
      collector ??= new Collector(capability.resolve);
      const take = collector.expect(index);
      follow(
        (value) => {
          take({ status: "fulfilled", value });
        },
        (reason) => {
          take({ status: "rejected", reason });
        },
      );
    },
    (_count, capability) => {
      (collector ?? new Collector(capability.resolve)).release();
    },
  );
}

/** `Promise.any`: the first value; an `AggregateError` of all reasons when every member rejects. */
export function any(C: unknown, iterable: Iterable<unknown>): PromiseLike<unknown> {
  let collector: Collector<unknown> | undefined;
  const rejectAll = (capability: PromiseCapability<unknown>) => (reasons: unknown[]) => {
    capability.reject(new AggregateError(reasons, "All promises were rejected"));
  };
  return combine<unknown>(
    C,
    iterable,
    (follow, index, capability) => {
      collector ??= new Collector(rejectAll(capability));
      follow(capability.resolve, collector.expect(index));
    },
    (_count, capability) => {
      (collector ?? new Collector(rejectAll(capability))).release();
    },
  );
}

/** `Promise.race`: settles as the first member does that settles; never, when there is none. */
export function race(C: unknown, iterable: Iterable<unknown>): PromiseLike<unknown> {
  return combine<unknown>(
    C,
    iterable,
    (follow, _index, capability) => {
      follow(capability.resolve, capability.reject);
    },
    () => undefined,
  );
}
