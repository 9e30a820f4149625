import type { EventTargetLike, MessagePortLike, ReadableStreamConstructorLike, ReadableStreamLike } from "@portalis/channels";

/** What the web offers and a host may lack. */
interface HostGlobals {
  readonly ReadableStream?: ReadableStreamConstructorLike & (new (source: unknown) => ReadableStreamLike<number>);
  readonly EventTarget?: new () => EventTargetLike & { dispatchEvent(event: unknown): unknown };
  readonly Event?: new (type: string) => { readonly type: string };
  readonly MessageChannel?: new () => { readonly port1: MessagePortLike; readonly port2: MessagePortLike };
}

const host = globalThis as unknown as HostGlobals;

/** A stream of `values`: the host's own where it has streams, else one of that shape. */
export function streamOf(values: readonly number[], onCancel: () => void): ReadableStreamLike<number> {
  const rest = [...values];
  if (host.ReadableStream !== undefined) {
    const pull = (controller: { enqueue(value: number): void; close(): void }): void => {
      const value = rest.shift();
      if (value === undefined) controller.close();
      else controller.enqueue(value);
    };
    return new host.ReadableStream({ pull, cancel: onCancel });
  }
  const cancel = (): Promise<void> => {
    onCancel();
    return Promise.resolve();
  };
  const read = (): Promise<{ done: boolean; value: number | undefined }> => {
    const value = rest.shift();
    return Promise.resolve({ done: value === undefined, value });
  };
  return { getReader: () => ({ read, cancel, releaseLock: () => undefined }) };
}

/** Whether the host has streams of its own. */
export const hasStreams: boolean = host.ReadableStream !== undefined;

/** An event target and how to make it tell an event of a type. */
export function eventSource(): { readonly target: EventTargetLike; readonly emit: (type: string) => void } {
  if (host.EventTarget !== undefined && host.Event !== undefined) {
    const { Event } = host;
    const target = new host.EventTarget();
    return { target, emit: (type) => target.dispatchEvent(new Event(type)) };
  }
  const listeners = new Map<string, Set<(event: unknown) => void>>();
  const target: EventTargetLike = {
    addEventListener: (type, listener) => listeners.set(type, (listeners.get(type) ?? new Set()).add(listener)),
    removeEventListener: (type, listener) => listeners.get(type)?.delete(listener),
  };
  const emit = (type: string): void => {
    for (const listener of listeners.get(type) ?? []) listener({ type });
  };
  return { target, emit };
}

/** Two connected ports: the host's own where it has them, else a pair of that shape, which delivers in promise jobs. */
export function messageChannel(): readonly [MessagePortLike, MessagePortLike] {
  if (host.MessageChannel !== undefined) {
    const { port1, port2 } = new host.MessageChannel();
    return [port1, port2];
  }
  const [first, second] = [new PairedPort(), new PairedPort()];
  first.other = second;
  second.other = first;
  return [first, second];
}

class PairedPort implements MessagePortLike {
  other: PairedPort | undefined = undefined;
  readonly #listeners = new Map<string, (event: unknown) => void>();

  postMessage(message: unknown): void {
    void Promise.resolve().then(() => this.other?.receive(message));
  }

  receive(data: unknown): void {
    this.#listeners.get("message")?.({ data });
  }

  addEventListener(type: string, listener: (event: unknown) => void): void {
    this.#listeners.set(type, listener);
  }

  removeEventListener(type: string): void {
    this.#listeners.delete(type);
  }
}
