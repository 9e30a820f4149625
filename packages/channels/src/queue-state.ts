import { WaitQueue } from "@portalis/runtime/kernel";
import { ChannelState } from "./channel-state.js";

/** The state of an `AsyncQueue`: a channel that also counts what was put in and not yet reported done. */
export class QueueState<T> extends ChannelState<T> {
  unfinished = 0;
  readonly joinWaiters: WaitQueue = new WaitQueue();

  override put(value: T): void {
    this.unfinished++;
    super.put(value);
  }

  /** Counts `count` values as done. */
  done(count: number): void {
    this.unfinished = Math.max(0, this.unfinished - count);
    if (this.unfinished > 0) return;
    for (let waiter = this.joinWaiters.shift(); waiter !== undefined; waiter = this.joinWaiters.shift()) waiter.grant();
  }

  /** Drops the values that no granted getter claims; they count as done. */
  drop(): void {
    const dropped = this.buffer.size - this.promised;
    this.buffer.keep(this.promised);
    this.done(dropped);
    this.serveReceivers();
  }
}
