import {
  type AbortSignalLike,
  type HostAbortSignal,
  type Operation,
  PlatformNotSupportedError,
  runtime,
  type WaitOptions,
  type Work,
} from "@portalis/runtime";
import { operation, PENDING, WaitOperation, type Waiter, WaitQueue } from "@portalis/runtime/kernel";
import { selectFirst } from "./select-first.js";

interface Controller {
  readonly signal: HostAbortSignal;
  abort(reason: unknown): void;
}

class Cancelled extends WaitOperation<undefined> {
  readonly #token: CancellationToken;

  constructor(token: CancellationToken, options: WaitOptions | undefined) {
    super(options);
    this.#token = token;
  }

  override attempt(): undefined | typeof PENDING {
    return this.#token.isCancelled ? undefined : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#token.park(waiter);
  }

  override abandoned(): void {
    this.#token.release();
  }

  override describe(): string {
    return "CancellationToken.cancelled";
  }
}

/**
 * Says to many at once that they should stop, and leaves to each how. Tokens form trees: cancelling one cancels its children, not its parent.
 *
 * A token is held by its parent, or has a listener on the signal it came from, only while somebody waits for it or uses its `signal`: any
 * number of short-lived children of a long-lived token leave nothing behind.
 *
 * @example
 * ```ts
 * import { run, spawn } from "@portalis/runtime";
 * import { CancellationToken } from "@portalis/task";
 *
 * const stop = new CancellationToken();
 * const worker = spawn(stop.child().runUntilCancelled(new CancellationToken().cancelled()));
 * await run(function* () {
 *   yield;
 *   stop.cancel("shutting down");
 * });
 * if ((await worker.join()) !== undefined) throw new Error("not what was expected");
 * ```
 */
export class CancellationToken {
  readonly #waiters = new WaitQueue();
  /** The children that must be told. */
  readonly #children = new Set<CancellationToken>();
  #parent: CancellationToken | undefined = undefined;
  #source: AbortSignalLike | undefined = undefined;
  #attached = false;
  #cancelled: { readonly reason: unknown } | undefined = undefined;
  #controller: Controller | undefined = undefined;
  readonly #onAbort = (): void => {
    this.#cancelTree(this.#source?.reason);
  };

  /** A token that is cancelled when `signal` is aborted, with the signal's reason. Cancelling it does not abort the signal. */
  static from(signal: AbortSignalLike): CancellationToken {
    const token = new CancellationToken();
    token.#source = signal;
    return token;
  }

  /** Whether this token, or one above it, was cancelled. Takes time in proportion to the depth of the tree. */
  get isCancelled(): boolean {
    return this.#state() !== undefined;
  }

  /** What was given to `cancel`; `undefined` before. */
  get reason(): unknown {
    return this.#state()?.reason;
  }

  /**
   * The token as a signal of the host, for `fetch` and `{ signal }`. Aborted with the token's reason, where that is `undefined` with the host's
   * own `AbortError`. Made at first use; from then on the token is held by its parent.
   *
   * @throws PlatformNotSupportedError where the host has no `AbortController`
   */
  get signal(): HostAbortSignal {
    if (this.#controller === undefined) {
      const { AbortController } = globalThis as { AbortController?: new () => Controller };
      if (AbortController === undefined) {
        throw new PlatformNotSupportedError("signal", runtime().platform.name, "Use `yield* token.cancelled()`.");
      }
      this.#controller = new AbortController();
      const state = this.#state();
      if (state === undefined) this.#attach();
      else this.#controller.abort(state.reason);
    }
    return this.#controller.signal;
  }

  /**
   * Cancels this token and all below it. All of them are cancelled before anybody is told; then waits end and signals abort, this token's
   * first, then its children's in the order in which they began to be used.
   *
   * @returns false when it was cancelled already: the first reason stays
   */
  cancel(reason?: unknown): boolean {
    if (this.isCancelled) return false;
    this.#cancelTree(reason);
    return true;
  }

  /** A token that is cancelled with this one, and can be cancelled on its own. */
  child(): CancellationToken {
    const token = new CancellationToken();
    token.#parent = this;
    return token;
  }

  /** Waits until the token is cancelled. Ready at once when it is. Never throws by itself. */
  cancelled(options?: WaitOptions): Operation<void> {
    return new Cancelled(this, options);
  }

  /**
   * Runs `work` until it ends or the token is cancelled. Cancelled, it aborts the work, waits for its cleanup, and gives `undefined`; cancelled
   * before, the work is not run at all. Under `yield*` and `await` alike the work runs as a task of its own; an operation just waits.
   *
   * @throws the work's own error when it ends first
   */
  runUntilCancelled<T>(work: Work<T>): Operation<T | undefined> {
    return operation<T | undefined>(
      function* (this: CancellationToken) {
        if (this.isCancelled) return undefined;
        const { index, value } = yield* selectFirst([this.cancelled(), work], 0);
        return index === 0 ? undefined : (value as T);
      }.bind(this),
    );
  }

  /** @internal */
  park(waiter: Waiter): void {
    this.#waiters.push(waiter);
    this.#attach();
  }

  /**
   * A wait was given up.
   *
   * @internal
   */
  release(): void {
    let token: CancellationToken | undefined = this.#isIdle() ? this : undefined;
    while (token !== undefined) {
      const parent: CancellationToken | undefined = token.#parent;
      token.#detach();
      token = parent !== undefined && parent.#isIdle() ? parent : undefined;
    }
  }

  #cancelTree(reason: unknown): void {
    const cancelled: CancellationToken[] = [this];
    // A loop over a list that grows: trees may be deep.
    for (const token of cancelled) {
      token.#cancelled = { reason };
      for (const child of token.#children) if (child.#cancelled === undefined) cancelled.push(child);
      token.#detach();
      token.#children.clear();
      token.#parent = undefined;
    }
    for (const token of cancelled) {
      for (let waiter = token.#waiters.shift(); waiter !== undefined; waiter = token.#waiters.shift()) waiter.grant();
      token.#controller?.abort(reason);
    }
  }

  #isIdle(): boolean {
    return this.#waiters.isEmpty && this.#children.size === 0 && this.#controller === undefined;
  }

  /** The state of this token, which may only be known further up. */
  #state(): { readonly reason: unknown } | undefined {
    for (const token of this.#path()) {
      if (token.#cancelled !== undefined) return token.#cancelled;
      const source = token.#source;
      if (source?.aborted === true) return { reason: source.reason };
    }
    return undefined;
  }

  /** This token and those above it. */
  *#path(): Generator<CancellationToken, void, undefined> {
    yield this;
    for (let token = this.#parent; token !== undefined; token = token.#parent) yield token;
  }

  /** Sees to it that those above tell this token. */
  #attach(): void {
    for (const token of this.#path()) {
      if (token.#attached) return;
      token.#attached = true;
      token.#source?.addEventListener("abort", token.#onAbort);
      if (token.#parent !== undefined) token.#parent.#children.add(token);
    }
  }

  #detach(): void {
    if (!this.#attached) return;
    this.#attached = false;
    this.#source?.removeEventListener("abort", this.#onAbort);
    if (this.#parent !== undefined) this.#parent.#children.delete(this);
  }
}
