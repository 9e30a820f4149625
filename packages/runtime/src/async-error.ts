/**
 * The base of every error this system throws. Catch it to tell our errors from those of the program.
 *
 * `code` is stable and meant for programs, `message` is for people and may change. `cause` keeps the error behind this one.
 *
 * @example
 * ```ts
 * try {
 *   await handle.join();
 * } catch (error) {
 *   if (error instanceof AsyncError && error.code === "ERR_JOIN") console.log("it was cancelled");
 * }
 * ```
 */
export class AsyncError extends Error {
  override readonly name: string = "AsyncError";
  /** What kind of error this is: `ERR_OTHER` unless a subclass says more. */
  readonly code: string = "ERR_OTHER";
}
