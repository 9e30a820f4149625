import { AssertionFailure } from "./assertion-failure.js";

/**
 * Fails the check when `condition` is false.
 *
 * @param message what was expected, as a sentence
 */
export function assert(condition: boolean, message: string): asserts condition {
  if (!condition) throw new AssertionFailure(message);
}

/**
 * Fails the check when `actual` is not `expected`.
 *
 * Both are compared as {@link show} prints them, so lists and plain objects compare by content.
 *
 * @param about what is compared, in a few words
 */
export function assertEqual(actual: unknown, expected: unknown, about: string): void {
  const [got, wanted] = [show(actual), show(expected)];
  if (got !== wanted) throw new AssertionFailure(`${about}: got ${got}, expected ${wanted}`);
}

/** Fails the check when `actual` is not the very object `expected`. */
export function assertSame(actual: unknown, expected: unknown, about: string): void {
  if (!Object.is(actual, expected)) throw new AssertionFailure(`${about}: got another value (${show(actual)})`);
}

/** Fails the check unless `error` is an error with this stable `code`. */
export function assertCode(error: unknown, code: string, about: string): void {
  const actual = error instanceof Error && "code" in error ? error.code : undefined;
  if (actual !== code)
    throw new AssertionFailure(`${about}: got ${show(error)} with code ${show(actual)}, expected the code ${show(code)}`);
}

/** A short text for any value: what {@link assertEqual} compares and what failures print. */
export function show(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(show).join(", ")}]`;
  if (value instanceof Error) return `${value.name}(${JSON.stringify(value.message)})`;
  if (typeof value === "object" && value !== null) {
    const fields = Object.entries(value).map(([key, field]) => `${key}: ${show(field)}`);
    return `{ ${fields.join(", ")} }`;
  }
  return Object.is(value, -0) ? "-0" : String(value);
}
