import { ClosedError, type WaitOptions } from "@portalis/runtime";
import { PENDING, WaitOperation, type Waiter } from "@portalis/runtime/kernel";
import type { QueueState } from "./queue-state.js";
import { ReceiveOperation } from "./receive-operations.js";
import { type SendingEnd, SlotOperation } from "./send-operations.js";

/** `AsyncQueue.put` */
export class PutOperation<T> extends SlotOperation<T, void> {
  readonly #value: T;

  constructor(queue: QueueState<T>, end: SendingEnd, value: T, options?: WaitOptions) {
    super(queue, end, 1, options);
    this.#value = value;
  }

  override complete(): void {
    this.channel.fill(this.#value);
  }

  override refusal(): ClosedError {
    return new ClosedError("Cannot put: the queue is shut down.");
  }

  override describe(): string {
    return "AsyncQueue.put";
  }
}

/** `AsyncQueue.get` */
export class GetOperation<T> extends ReceiveOperation<T, T> {
  protected override collect(): T {
    return this.channel.take();
  }

  protected override end(): never {
    throw new ClosedError("Cannot get: the queue is shut down and empty.");
  }

  override describe(): string {
    return "AsyncQueue.get";
  }
}

/** `AsyncQueue.join` */
export class QueueJoinOperation extends WaitOperation<void> {
  readonly #queue: QueueState<unknown>;

  constructor(queue: QueueState<unknown>, options?: WaitOptions) {
    super(options);
    this.#queue = queue;
  }

  override attempt(): undefined | typeof PENDING {
    return this.#queue.unfinished === 0 ? undefined : PENDING;
  }

  override enqueue(waiter: Waiter): void {
    this.#queue.joinWaiters.push(waiter);
  }

  override describe(): string {
    return `AsyncQueue.join (${this.#queue.unfinished} unfinished)`;
  }
}
