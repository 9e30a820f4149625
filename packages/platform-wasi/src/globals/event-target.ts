import { domException } from "./dom-exception.js";
import { dispatchStateOf, type Event } from "./event.js";
import { runReportingErrors } from "./uncaught-error.js";

type Callback = ((event: Event) => void) | { handleEvent(event: Event): void };

interface Options {
  once?: boolean;
  passive?: boolean;
  capture?: boolean;
  signal?: { readonly aborted: boolean; addEventListener(type: "abort", listener: () => void): void };
}

interface Listener {
  readonly callback: Callback;
  readonly capture: boolean;
  readonly once: boolean;
  readonly passive: boolean;
  removed: boolean;
}

/**
 * The web's `EventTarget`: listeners run in the order in which they were added, those added during a dispatch not in
 * it, those removed during it not any more. An error thrown by a listener is an uncaught error of the program; the
 * other listeners still run.
 */
export class EventTarget {
  readonly #listeners = new Map<string, Listener[]>();

  addEventListener(type: string, callback: Callback | null, options: Options | boolean = {}): void {
    const { once = false, passive = false, capture = false, signal } = asOptions(options);
    if (callback === null || signal?.aborted === true) return;
    const list = this.#listeners.get(type) ?? [];
    if (list.some((listener) => listener.callback === callback && listener.capture === capture)) return;
    this.#listeners.set(type, [...list, { callback, capture, once, passive, removed: false }]);
    signal?.addEventListener("abort", () => {
      this.removeEventListener(type, callback, { capture });
    });
  }

  removeEventListener(type: string, callback: Callback | null, options: { capture?: boolean } | boolean = {}): void {
    const { capture = false } = asOptions(options);
    const list = this.#listeners.get(type);
    const found = list?.find((listener) => listener.callback === callback && listener.capture === capture);
    if (list === undefined || found === undefined) return;
    found.removed = true;
    if (list.length === 1) this.#listeners.delete(type);
    else
      this.#listeners.set(
        type,
        list.filter((listener) => listener !== found),
      );
  }

  /**
   * @returns false when the event was cancelable and a listener prevented its default
   * @throws DOMException `InvalidStateError` when the event is already being dispatched
   */
  dispatchEvent(event: Event): boolean {
    const dispatch = dispatchStateOf(event);
    if (dispatch.running) throw domException("The event is already being dispatched", "InvalidStateError");
    dispatch.target = this;
    dispatch.running = true;
    dispatch.stopped = false;
    // The list is replaced, never changed, by add and remove: this is a snapshot.
    for (const listener of this.#listeners.get(event.type) ?? []) {
      if (listener.removed) continue;
      if (listener.once) this.removeEventListener(event.type, listener.callback, listener);
      dispatch.passive = listener.passive;
      runReportingErrors(() => {
        if (typeof listener.callback === "function") listener.callback.call(this, event);
        else listener.callback.handleEvent(event);
      });
      dispatch.passive = false;
      // `stopped` is set by the listener
      if (dispatch.stopped as boolean) break;
    }
    dispatch.running = false;
    return !event.defaultPrevented;
  }
}

function asOptions(options: Options | boolean): Options {
  return typeof options === "boolean" ? { capture: options } : options;
}
