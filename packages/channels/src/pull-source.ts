import { ChannelState } from "./channel-state.js";
import { checkCapacity } from "./check-capacity.js";
import { Receiver } from "./receiver.js";
import type { SendPermit } from "./send-permit.js";
import { Sender } from "./sender.js";

/** Something that gives values when it is asked: a stream's reader, an iterator. */
export interface PullSource<T> {
  /** Asks for the next value. Never called while an answer is open. */
  pull(): PromiseLike<PullResult<T>> | PullResult<T>;
  /** Nobody wants more: called once, unless the source has ended or failed by itself. */
  stop(): unknown;
}

/** One answer of a source. */
export interface PullResult<T> {
  readonly done?: boolean | undefined;
  readonly value?: T | undefined;
}

/** A receiver of what `source` gives. It asks for a value only when there is a place for it. */
export function receiverOf<T>(source: PullSource<T>, capacity: number): Receiver<T> {
  checkCapacity(capacity, "adapt a source to a channel");
  const channel = new ChannelState<T>(capacity);
  void new Pump(source, channel).run();
  return new Receiver(channel);
}

class Pump<T> {
  readonly #source: PullSource<T>;
  readonly #channel: ChannelState<T>;
  readonly #tx: Sender<T>;
  #permit: SendPermit<T> | undefined = undefined;
  #over = false;

  constructor(source: PullSource<T>, channel: ChannelState<T>) {
    this.#source = source;
    this.#channel = channel;
    this.#tx = new Sender(channel);
    void this.#tx.closed().then(() => this.#stop());
  }

  async run(): Promise<void> {
    try {
      while (await this.#move());
    } catch (error) {
      // A receiver that has closed is the one thing that is no failure of the source.
      if (!this.#isUnwanted) this.#channel.failure = { error };
    }
    if (this.#isUnwanted) return;
    this.#end();
  }

  /** Moves one value; false at the end. */
  async #move(): Promise<boolean> {
    this.#permit = await this.#tx.reserve();
    const { done, value } = await this.#source.pull();
    if (this.#over || done === true) return false;
    try {
      this.#permit.send(value as T);
    } catch (error) {
      quietly(() => this.#source.stop());
      throw error;
    }
    return true;
  }

  get #isUnwanted(): boolean {
    return this.#over || this.#tx.isClosed;
  }

  /** The receiver has closed. The source may be in the middle of an answer, which will be dropped: it has not been received. */
  #stop(): void {
    if (this.#over) return;
    this.#end();
    quietly(() => this.#source.stop());
  }

  #end(): void {
    this.#over = true;
    this.#permit?.release();
    this.#tx.close();
  }
}

/** Tells a source to stop. How that goes is of interest to nobody. */
function quietly(stop: () => unknown): void {
  void (async () => await stop())().catch(() => undefined);
}
