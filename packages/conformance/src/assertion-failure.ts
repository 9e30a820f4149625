/**
 * Thrown by {@link assert} and its kin when a check does not hold.
 *
 * A class of our own, because the suites run where there is neither vitest nor `node:assert`: in a page and inside a WASI component.
 */
export class AssertionFailure extends Error {
  override readonly name = "AssertionFailure";
}
