import type { Buffer } from "./buffer.js";
import { ChannelState } from "./channel-state.js";
import { RingBuffer } from "./ring-buffer.js";

/** What goes over a port: a kind, and for the first kind a value. */
export type PortFrame = readonly [kind: number, value?: unknown];

/** The kinds of frames. */
export const PortFrame = {
  /** A value, to the receiver. */
  value: 0,
  /** One value has been received, to the sender. */
  received: 1,
  /** There will be no more values, to the receiver. */
  end: 2,
  /** No more values are wanted, to the sender. */
  refuse: 3,
} as const;

type Post = (frame: PortFrame) => void;

/** The buffer of the sending side: the values are on the other side, here they are only counted until they are received there. */
class RemoteBuffer<T> implements Buffer<T> {
  size = 0;
  readonly #post: Post;

  constructor(post: Post) {
    this.#post = post;
  }

  push(value: T): void {
    this.#post([PortFrame.value, value]);
    this.size++;
  }

  shift(): never {
    throw new TypeError("Cannot receive here: the values are on the other side of the port.");
  }

  keep(): void {
    // Nothing is kept here.
  }
}

/** The sending side of a channel over a port. */
export class OutgoingState<T> extends ChannelState<T> {
  readonly #remote: RemoteBuffer<T>;
  readonly #post: Post;
  #ended = false;

  constructor(capacity: number, post: Post) {
    const remote = new RemoteBuffer<T>(post);
    super(capacity, remote);
    this.#remote = remote;
    this.#post = post;
  }

  /** Whether nothing more will be sent. */
  get isOver(): boolean {
    return this.#ended || this.receivers === 0;
  }

  /** The other side has received a value: there is room for one more. */
  confirmed(): void {
    this.#remote.size--;
    this.serveSenders();
  }

  /** The other side wants no more. */
  refused(): void {
    if (this.receivers > 0) this.receiverClosed();
  }

  override fill(value: T): void {
    try {
      super.fill(value);
    } catch (error) {
      // It could not be cloned: the place is free for the next one.
      this.serveSenders();
      throw error;
    }
  }

  /** The last one that waited may have left. */
  override serveSenders(): void {
    super.serveSenders();
    this.serveReceivers();
  }

  /** Called whenever the receiver might have reached the end: here, it is told. */
  override serveReceivers(): void {
    if (this.senders > 0 || this.reserved > 0 || !this.sendWaiters.isEmpty || this.isOver) return;
    this.#ended = true;
    this.#post([PortFrame.end]);
  }
}

/** The buffer of the receiving side: tells the other side of every value that is taken. */
class ConfirmingBuffer<T> extends RingBuffer<T> {
  readonly #post: Post;

  constructor(post: Post) {
    super();
    this.#post = post;
  }

  override shift(): T {
    const value = super.shift();
    this.#post([PortFrame.received]);
    return value;
  }
}

/** The receiving side of a channel over a port. The other side keeps to a limit, so there is none here. */
export class IncomingState<T> extends ChannelState<T> {
  readonly #post: Post;

  constructor(post: Post) {
    super(Infinity, new ConfirmingBuffer<T>(post));
    this.#post = post;
  }

  /** Whether nothing more will be taken in. */
  get isOver(): boolean {
    return this.senders === 0 || this.receivers === 0;
  }

  arrived(value: T): void {
    if (!this.isOver) this.put(value);
  }

  ended(): void {
    if (this.senders > 0) this.senderClosed();
  }

  fail(error: unknown): void {
    this.failure ??= { error };
    this.ended();
    this.#post([PortFrame.refuse]);
  }

  override receiverClosed(): void {
    const tell = !this.isOver;
    super.receiverClosed();
    if (tell && this.receivers === 0) this.#post([PortFrame.refuse]);
  }
}
