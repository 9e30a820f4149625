import { kernel } from "./kernel-state.js";
import type { WaitOperation } from "./wait-operation.js";
import { Waiter } from "./waiter.js";

/** What `then` was called with, and how to settle the promise it gave. */
export interface Reaction {
  readonly onFulfilled: ((value: unknown) => unknown) | null | undefined;
  readonly onRejected: ((error: unknown) => unknown) | null | undefined;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const PENDING = 0;
const FULFILLED = 1;
const REJECTED = 2;

const resolved = Promise.resolve();

/**
 * An `await` outside tasks, in the same wait list as the tasks. There is no task behind it: the grant calls what `await` gave to `then`.
 *
 * The grant takes its place in the ready list among the tasks, and the loop pauses behind it for the promise jobs, so that those who await
 * and those who `yield*` go on in the order in which they were granted. Where no runtime was ever used there is no such order, and no
 * scheduler is needed.
 */
export class LightWaiter extends Waiter {
  readonly #operation: WaitOperation<unknown>;
  readonly #reaction: Reaction;
  /** Those who asked for the same operation again. */
  #others: Reaction[] | undefined = undefined;
  #state = PENDING;
  #failed = false;

  constructor(operation: WaitOperation<unknown>, reaction: Reaction) {
    super();
    this.operation = operation;
    this.#operation = operation;
    this.#reaction = reaction;
  }

  override grant(value?: unknown): void {
    this.granted = true;
    this.handover = value;
    this.#end();
  }

  override fail(error: unknown): void {
    this.#failed = true;
    this.handover = error;
    this.#end();
  }

  override interrupt(error: unknown): boolean {
    const { parking } = this;
    if (parking === undefined) return false;
    parking.remove(this);
    this.parking = undefined;
    this.fail(error);
    this.#operation.abandoned();
    return true;
  }

  override run(): void {
    this.#settle();
    react(this.#reaction, this.#state, this.handover);
    if (this.#others !== undefined) for (const other of this.#others) react(other, this.#state, this.handover);
    kernel.running?.pause();
  }

  /** The result as a promise, for those who await the operation again. */
  promise(): Promise<unknown> {
    if (this.#state === FULFILLED) return Promise.resolve(this.handover);

    if (this.#state === REJECTED) return Promise.reject(this.handover);
    return new Promise((resolve, reject) => {
      const reaction: Reaction = { onFulfilled: undefined, onRejected: undefined, resolve, reject };
      (this.#others ??= []).push(reaction);
    });
  }

  #settle(): void {
    if (this.#failed) {
      this.#state = REJECTED;
      return;
    }
    try {
      this.handover = this.#operation.complete(this.handover);
      this.#state = FULFILLED;
    } catch (error) {
      this.handover = error;
      this.#state = REJECTED;
    }
  }

  #end(): void {
    this.#operation.unlink();
    const { scheduler } = kernel;
    if (scheduler === undefined) void resolved.then(() => this.run());
    else scheduler.ready(this);
  }
}

function react(reaction: Reaction, state: number, value: unknown): void {
  const { onFulfilled, onRejected, resolve, reject } = reaction;
  try {
    if (state === FULFILLED) resolve(onFulfilled ? onFulfilled(value) : value);
    else if (onRejected) resolve(onRejected(value));
    else reject(value);
  } catch (error) {
    reject(error);
  }
}
