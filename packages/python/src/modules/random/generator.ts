import { IndexError, TypeError, ValueError } from "../../exceptions/builtin-exceptions.js";
import { iter } from "../../iteration/iter.js";
import * as exactly from "../../numeric/elementary.js";
import { add } from "../../operators/add.js";
import { bitLength } from "../../operators/division.js";
import { getitem } from "../../operators/getitem.js";
import { indexOf, smallIndexOf } from "../../operators/index-of.js";
import { demote, intOf, numberOf } from "../../operators/integers.js";
import { mul } from "../../operators/mul.js";
import { sub } from "../../operators/sub.js";
import { truth } from "../../operators/truth.js";
import { hash } from "../../operators/hash.js";
import type { Py } from "../../py.js";
import { len } from "../../builtins/len.js";
import { repr } from "../../text/repr.js";
import { Bytes } from "../../types/bytes.js";
import { encode } from "../../types/codecs.js";
import { F, type Float, type Int } from "../../types/py-float.js";
import { T, type Tuple, tupleOf } from "../../types/tuple.js";
import { typeName } from "../../types/type-name.js";
import { MersenneTwister } from "./mersenne-twister.js";
import { sha512 } from "./sha512.js";

/**
 * Python's `random.Random`: the same numbers as CPython 3.13 for the same seed, method for method.
 *
 * Without a seed it starts from the host's `Math.random` and clock.
 */
export class Random {
  static $class = true;
  static $name = "Random";
  static $module = "random";

  readonly #twister: MersenneTwister = new MersenneTwister();
  #nextGauss: number | undefined;

  constructor(seed: Py = null) {
    this.seed(seed);
  }

  /** Starts again from an int, float, string or bytes; None: from chance. */
  seed(a: Py = null, _version: Py = 2): null {
    this.#nextGauss = undefined;
    this.#twister.seed(wordsOf(seedNumber(a)));
    return null;
  }

  /** A float in [0, 1). */
  random(): Float {
    return F(this.#twister.nextFloat());
  }

  /** An int of `k` random bits. */
  getrandbits(k: Py): Int {
    const bits = smallIndexOf(k);
    if (bits < 0) throw new ValueError("number of bits must be non-negative");
    if (bits === 0) return 0;
    if (bits <= 32) return this.#twister.next32() >>> (32 - bits);
    let value = 0n;
    for (let done = 0; done < bits; done += 32) {
      const left = bits - done;
      const word = this.#twister.next32();
      value |= BigInt(left < 32 ? word >>> (32 - left) : word) << BigInt(done);
    }
    return demote(value);
  }

  /** An int below `n`, every one as likely. */
  #below(n: Int): Int {
    const bits = typeof n === "number" && n <= 0x7fffffff ? 32 - Math.clz32(n) : bitLength(BigInt(n));
    let value = this.getrandbits(bits);
    while (value >= n) value = this.getrandbits(bits);
    return value;
  }

  /** An int of `range(start, stop, step)`. */
  randrange(start: Py, stop: Py = null, step: Py = 1): Int {
    const first = needInt(start);
    if (stop === null) {
      if (first > 0) return this.#below(first);
      throw new ValueError("empty range for randrange()");
    }
    const last = needInt(stop);
    const width: Int = sub(last, first);
    const stride = needInt(step);
    if (stride === 1) {
      if (width > 0) return add(first, this.#below(width));
      throw new ValueError(`empty range in randrange(${first}, ${last})`);
    }
    if (stride === 0) throw new ValueError("zero step for randrange()");
    const count = stride > 0 ? ceilDivide(width, stride) : ceilDivide(-BigInt(width), -BigInt(stride));
    if (count <= 0) throw new ValueError(`empty range in randrange(${first}, ${last}, ${stride})`);
    return add(first, mul(stride, this.#below(count)));
  }

  /** An int from `a` to `b`, both included. */
  randint(a: Py, b: Py): Int {
    return this.randrange(a, add(b, 1));
  }

  /** An item of a sequence that is not empty. */
  choice(sequence: Py): Py {
    const length = len(sequence);
    if (length === 0) throw new IndexError("Cannot choose from an empty sequence");
    return getitem(sequence, this.#below(length));
  }

  /** Puts a list in random order where it is. */
  shuffle(list: Py): null {
    for (let i = (list.length as number) - 1; i > 0; i--) {
      const j = Number(this.#below(i + 1));
      [list[i], list[j]] = [list[j], list[i]];
    }
    return null;
  }

  /** `k` different items of a sequence; `counts` says how often each is in it. */
  sample(population: Py, k: Py, options: { readonly counts?: Py } = {}): Py[] {
    const counts: Py = options.counts ?? null;
    if (counts !== null) {
      const totals = running([...iter(counts)]);
      const total = Number(totals.at(-1) ?? 0);
      const picks = this.sample(
        Array.from({ length: total }, (_, index) => index),
        k,
      );
      return picks.map((pick: number) =>
        getitem(
          population,
          totals.findIndex((sum: Py) => sum > pick),
        ),
      );
    }
    const items: Py[] = Array.isArray(population) || typeof population === "string" ? [...iter(population)] : sequenceItems(population);
    const n = items.length;
    const count = smallIndexOf(k);
    if (count < 0 || count > n) throw new ValueError("Sample larger than population or is negative");
    const result: Py[] = [];
    // CPython's choice between a pool and a set of what was taken, so that the same numbers are drawn.
    let size = 21;
    if (count > 5) size += 4 ** Math.ceil(Math.log(count * 3) / Math.log(4));
    if (n <= size) {
      const pool = [...items];
      for (let i = 0; i < count; i++) {
        const j = Number(this.#below(n - i));
        result.push(pool[j]);
        pool[j] = pool[n - i - 1];
      }
      return result;
    }
    const taken = new Set<number>();
    for (let i = 0; i < count; i++) {
      let j = Number(this.#below(n));
      while (taken.has(j)) j = Number(this.#below(n));
      taken.add(j);
      result.push(items[j]);
    }
    return result;
  }

  /** `k` items with replacement, weighted or not. */
  choices(population: Py, weights: Py = null, options: { readonly cum_weights?: Py; readonly k?: Py } = {}): Py[] {
    const count = options.k === undefined ? 1 : smallIndexOf(options.k);
    const n = len(population);
    let sums: Py[];
    if (options.cum_weights === undefined || options.cum_weights === null) {
      if (weights === null) {
        return Array.from({ length: count }, () => getitem(population, Math.floor(this.#twister.nextFloat() * n)));
      }
      sums = running([...iter(weights)]);
    } else if (weights === null) sums = [...iter(options.cum_weights)];
    else throw new TypeError("Cannot specify both weights and cumulative weights");
    if (sums.length !== n) throw new ValueError("The number of weights does not match the population");
    const total = numberOf(sums.at(-1)) ?? 0;
    if (total <= 0) throw new ValueError("Total of weights must be greater than zero");
    if (!Number.isFinite(total)) throw new ValueError("Total of weights must be finite");
    const bounds = sums.map((sum) => numberOf(sum) ?? 0);
    return Array.from({ length: count }, () => {
      const point = this.#twister.nextFloat() * total;
      const at = bounds.findIndex((bound) => point < bound);
      return getitem(population, at < 0 ? n - 1 : Math.min(at, n - 1));
    });
  }

  /** A float between `a` and `b`. */
  uniform(a: Py, b: Py): Py {
    return add(a, mul(sub(b, a), F(this.#twister.nextFloat())));
  }

  /** A float of the triangular distribution. */
  triangular(low: Py = F(0), high: Py = F(1), mode: Py = null): Py {
    let [a, b] = [numberOf(low) ?? 0, numberOf(high) ?? 0];
    let u = this.#twister.nextFloat();
    let c = mode === null ? 0.5 : ((numberOf(mode) ?? 0) - a) / (b - a);
    if (mode !== null && a === b) return low;
    if (u > c) {
      u = 1 - u;
      c = 1 - c;
      [a, b] = [b, a];
    }
    return F(a + (b - a) * Math.sqrt(u * c));
  }

  /** A float of the normal distribution; two are made at a time. */
  gauss(mu: Py = F(0), sigma: Py = F(1)): Py {
    let z = this.#nextGauss;
    this.#nextGauss = undefined;
    if (z === undefined) {
      const turn = this.#twister.nextFloat() * 2 * Math.PI;
      const radius = Math.sqrt(-2 * exactly.log(1 - this.#twister.nextFloat()));
      z = exactly.cos(turn) * radius;
      this.#nextGauss = exactly.sin(turn) * radius;
    }
    return F((numberOf(mu) ?? 0) + z * (numberOf(sigma) ?? 0));
  }

  /** A float of the normal distribution, by Kinderman and Monahan. */
  normalvariate(mu: Py = F(0), sigma: Py = F(1)): Py {
    const magic = (4 * exactly.exp(-0.5)) / Math.sqrt(2);
    for (;;) {
      const u1 = this.#twister.nextFloat();
      const u2 = 1 - this.#twister.nextFloat();
      const z = (magic * (u1 - 0.5)) / u2;
      if ((z * z) / 4 <= -exactly.log(u2)) return F((numberOf(mu) ?? 0) + z * (numberOf(sigma) ?? 0));
    }
  }

  /** A float of the exponential distribution. */
  expovariate(lambd: Py = F(1)): Py {
    return F(-exactly.log(1 - this.#twister.nextFloat()) / (numberOf(lambd) ?? 0));
  }

  /** `n` random bytes. */
  randbytes(n: Py): Bytes {
    const count = smallIndexOf(n);
    const value = BigInt(this.getrandbits(count * 8));
    const made = new Bytes(count);
    for (let i = 0; i < count; i++) made[i] = Number((value >> BigInt(i * 8)) & 0xffn);
    return made;
  }

  /** The state, for {@link setstate}. */
  getstate(): Tuple {
    return T(3, tupleOf(this.#twister.save()), this.#nextGauss ?? null);
  }

  /** Goes back to a state of {@link getstate}. */
  setstate(state: Py): null {
    this.#twister.restore([...(state[1] as number[])]);
    this.#nextGauss = (state[2] as number | null) ?? undefined;
    return null;
  }
}

function seedNumber(a: Py): bigint {
  if (a === null) return BigInt(Math.floor(Math.random() * 2 ** 53)) * 0x100000000n + BigInt(Date.now());
  const int = intOf(a);
  if (int !== undefined) return int < 0 ? -BigInt(int) : BigInt(int);
  if (typeof a === "string" || a instanceof Bytes) {
    const bytes = typeof a === "string" ? encode(a) : a;
    const digest = sha512(bytes);
    const joined = [...bytes, ...digest];
    return BigInt(`0x${joined.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`);
  }
  if (numberOf(a) !== undefined) {
    // CPython takes the hash of a float, as an unsigned number.
    return BigInt.asUintN(64, BigInt(hash(a)));
  }
  throw new TypeError("The only supported seed types are:\nNone, int, float, str, bytes, and bytearray.");
}

function wordsOf(value: bigint): number[] {
  const words: number[] = [];
  for (let rest = value; rest > 0n; rest >>= 32n) words.push(Number(rest & 0xffffffffn));
  return words.length === 0 ? [0] : words;
}

function needInt(value: Py): Int {
  if (intOf(value) === undefined && typeof value?.__index__ !== "function")
    throw new TypeError(`'${typeName(value)}' object cannot be interpreted as an integer`);
  return indexOf(value);
}

function ceilDivide(a: Int | bigint, b: Int | bigint): Int {
  const [x, y] = [BigInt(a), BigInt(b)];
  const quotient = x / y;
  return demote(x % y !== 0n && x < 0n === y < 0n ? quotient + 1n : quotient);
}

function running(values: readonly Py[]): Py[] {
  const sums: Py[] = [];
  for (const value of values) sums.push(sums.length === 0 ? value : add(sums.at(-1), value));
  return sums;
}

function sequenceItems(population: Py): Py[] {
  if (
    typeof population !== "object" ||
    population === null ||
    typeof population.__getitem__ !== "function" ||
    !truth(typeof population.__len__ === "function")
  ) {
    throw new TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).");
  }
  if (typeof population.keys === "function")
    throw new TypeError(`Population must be a sequence.  For dicts or sets, use sorted(d): ${repr(typeName(population))}`);
  return [...iter(population)];
}
