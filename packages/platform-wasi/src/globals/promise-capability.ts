/** A promise with the two functions that settle it. */
export interface PromiseCapability<T> {
  readonly promise: PromiseLike<T>;
  readonly resolve: (value: T | PromiseLike<T>) => void;
  readonly reject: (reason: unknown) => void;
}

/** A constructor of promises, ours or a subclass of it: `new C((resolve, reject) => ...)`. */
export interface PromiseClass {
  new <T>(executor: (resolve: (value: T | PromiseLike<T>) => void, reject: (reason: unknown) => void) => void): PromiseLike<T>;
  resolve?: unknown;
}

/**
 * A new promise of class `C` and its resolving functions (ECMAScript, NewPromiseCapability).
 *
 * @throws TypeError when `C` is no constructor or does not hand both functions to its executor
 */
export function newPromiseCapability<T>(C: unknown): PromiseCapability<T> {
  if (typeof C !== "function") throw new TypeError("A method of Promise was called on something that is no class");
  let resolve: ((value: T | PromiseLike<T>) => void) | undefined;
  let reject: ((reason: unknown) => void) | undefined;
  const promise = new (C as unknown as PromiseClass)<T>((onResolve, onReject) => {
    if (resolve !== undefined || reject !== undefined) throw new TypeError("The executor of a promise ran twice");
    resolve = onResolve;
    reject = onReject;
  });
  if (typeof resolve !== "function" || typeof reject !== "function") {
    throw new TypeError("The class of the promise did not give its executor two functions");
  }
  return { promise, resolve, reject };
}
