import type { AbortSignalLike } from "@portalis/runtime";

/** As much of the web's `AbortController` as the checks need. */
export interface AbortControllerLike {
  readonly signal: AbortSignalLike;
  abort(reason?: unknown): void;
}

/** The host's own `AbortController`: every platform has one, a WASI component from its start. */
export function newAbortController(): AbortControllerLike {
  const host = globalThis as unknown as { readonly AbortController: new () => AbortControllerLike };
  return new host.AbortController();
}
