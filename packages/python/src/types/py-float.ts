/**
 * A float whose value is integral, such as `1.0`, `-0.0` or `1e300`.
 *
 * A plain JavaScript number without a fraction is a Python int, so floats that look like one are boxed. Make them with {@link F};
 * arithmetic of JavaScript unboxes them through `valueOf`.
 */
export class PyFloat {
  static readonly $name: string = "float";
  static readonly $module: string = "builtins";

  readonly value: number;

  constructor(value: number) {
    this.value = value;
  }

  /** The number itself, so that JavaScript's own arithmetic works on it. */
  valueOf(): number {
    return this.value;
  }

  /** The JavaScript text of the number. */
  toString(): string {
    return String(this.value);
  }

  /** A box is a number in JSON. */
  toJSON(): number {
    return this.value;
  }
}

/** A Python float as it is stored: fractional, NaN and infinite numbers as they are, integral ones boxed. */
export type Float = number | PyFloat;

/** A Python int as it is stored: a bigint only beyond ±(2^53 - 1). */
export type Int = number | bigint;

/**
 * Makes a Python float of a JavaScript number.
 *
 * @example
 * ```ts
 * F(0.5); // 0.5
 * F(1); // the float 1.0
 * ```
 */
export function F(value: number): Float {
  return Number.isInteger(value) ? new PyFloat(value) : value;
}
