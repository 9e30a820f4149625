import { AsyncError } from "@portalis/runtime";
import { Receiver } from "./receiver.js";

/** A receiving end of an `mpmc` channel: one of several, each value goes to one of them. */
export class MpmcReceiver<T> extends Receiver<T> {
  /**
   * Another receiver for the same channel, to be closed on its own. The channel closes for senders when all have closed.
   *
   * @throws AsyncError when this one is closed
   */
  clone(): MpmcReceiver<T> {
    if (!this.isOpen) throw new AsyncError("Cannot clone the receiver: it is closed. Clone it before.");
    this.channel.receivers++;
    return new MpmcReceiver(this.channel);
  }
}
