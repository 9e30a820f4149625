/** What the listeners and the target of a dispatch need to know of an event; kept out of reach of programs. */
export interface Dispatch {
  target: object | null;
  running: boolean;
  stopped: boolean;
  passive: boolean;
}

let dispatchOf: (event: Event) => Dispatch;

/** The book-keeping of `event`, for the target that dispatches it. */
export function dispatchStateOf(event: Event): Dispatch {
  return dispatchOf(event);
}

/**
 * The web's `Event`, without the parts that need a tree of elements: the one phase is "at target".
 *
 * @example
 * ```ts
 * target.dispatchEvent(new Event("done", { cancelable: true })); // false when a listener called preventDefault()
 * ```
 */
export class Event {
  readonly type: string;
  readonly bubbles: boolean;
  readonly cancelable: boolean;
  readonly composed: boolean = false;
  readonly isTrusted: boolean = false;
  readonly timeStamp: number;
  #defaultPrevented = false;
  readonly #dispatch: Dispatch = { target: null, running: false, stopped: false, passive: false };

  static {
    dispatchOf = (event) => event.#dispatch;
  }

  constructor(type: unknown, options: { bubbles?: boolean; cancelable?: boolean } = {}) {
    this.type = String(type);
    this.bubbles = Boolean(options.bubbles);
    this.cancelable = Boolean(options.cancelable);
    this.timeStamp = Date.now();
  }

  get defaultPrevented(): boolean {
    return this.#defaultPrevented;
  }

  get target(): object | null {
    return this.#dispatch.target;
  }

  get currentTarget(): object | null {
    return this.#dispatch.running ? this.#dispatch.target : null;
  }

  get eventPhase(): 0 | 2 {
    return this.#dispatch.running ? 2 : 0;
  }

  preventDefault(): void {
    if (this.cancelable && !this.#dispatch.passive) this.#defaultPrevented = true;
  }

  /** Nothing lies above a target here, so there is nothing to stop. */
  stopPropagation(): void {
    return;
  }

  stopImmediatePropagation(): void {
    this.#dispatch.stopped = true;
  }
}
