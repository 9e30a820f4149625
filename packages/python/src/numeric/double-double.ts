/**
 * A number of about 106 bits: the unevaluated sum of two floats, the second at most half a unit in the last place of the first.
 *
 * The algorithms are Dekker's and Knuth's. Engines differ in the last bits of `Math.exp` and its like; what is computed with these numbers and rounded once is the same everywhere.
 */
export interface DoubleDouble {
  readonly hi: number;
  readonly lo: number;
}

/** A pair that needs no normalising. */
export function dd(hi: number, lo = 0): DoubleDouble {
  return { hi, lo };
}

/** `a + b` where `|a| >= |b|`. */
function quickSum(a: number, b: number): DoubleDouble {
  const hi = a + b;
  return { hi, lo: b - (hi - a) };
}

/** The exact sum of two floats. */
export function twoSum(a: number, b: number): DoubleDouble {
  const hi = a + b;
  const part = hi - a;
  return { hi, lo: a - (hi - part) + (b - part) };
}

/** The exact product of two floats that are not near the limits of the range. */
export function twoProduct(a: number, b: number): DoubleDouble {
  const hi = a * b;
  const [aHigh, aLow] = split(a);
  const [bHigh, bLow] = split(b);
  return { hi, lo: aHigh * bHigh - hi + aHigh * bLow + aLow * bHigh + aLow * bLow };
}

function split(a: number): [number, number] {
  const scaled = 134217729 * a;
  const high = scaled - (scaled - a);
  return [high, a - high];
}

export function add(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const s = twoSum(a.hi, b.hi);
  const t = twoSum(a.lo, b.lo);
  const u = quickSum(s.hi, s.lo + t.hi);
  return quickSum(u.hi, u.lo + t.lo);
}

export function negate(a: DoubleDouble): DoubleDouble {
  return { hi: -a.hi, lo: -a.lo };
}

export function multiply(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const p = twoProduct(a.hi, b.hi);
  return quickSum(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

export function divide(a: DoubleDouble, b: DoubleDouble): DoubleDouble {
  const q1 = a.hi / b.hi;
  let rest = add(a, negate(multiply(b, dd(q1))));
  const q2 = rest.hi / b.hi;
  rest = add(rest, negate(multiply(b, dd(q2))));
  const q3 = rest.hi / b.hi;
  return add(quickSum(q1, q2), dd(q3));
}

export function squareRoot(a: DoubleDouble): DoubleDouble {
  if (a.hi <= 0) return dd(0);
  const root = Math.sqrt(a.hi);
  const rest = add(a, negate(twoProduct(root, root)));
  return quickSum(root, rest.hi / (2 * root));
}

/** Multiplies by a power of two, exactly unless the result is below the normal range. */
export function scale(a: DoubleDouble, power: number): DoubleDouble {
  const factor = 2 ** power;
  return { hi: a.hi * factor, lo: a.lo * factor };
}
