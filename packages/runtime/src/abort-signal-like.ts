/**
 * As much of the web's `AbortSignal` as a wait needs. Every real `AbortSignal` is one.
 *
 * This package is compiled without the types of any host, so that it names the shape itself.
 */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason: unknown;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

/** The host's own `AbortSignal` type where the program is compiled with one (DOM, Node), else {@link AbortSignalLike}. */
export type HostAbortSignal = typeof globalThis extends { AbortSignal: { prototype: infer Signal extends AbortSignalLike } }
  ? Signal
  : AbortSignalLike;

/** The options every waiting method takes last. */
export interface WaitOptions {
  /**
   * Ends the *wait* when it is aborted: the operation throws `signal.reason` itself, also when the signal was aborted before and there was
   * nothing to wait for. Once the wait was granted the signal no longer matters.
   */
  readonly signal?: AbortSignalLike | undefined;
}
