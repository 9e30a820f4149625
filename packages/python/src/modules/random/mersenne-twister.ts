const N = 624;
const M = 397;

/**
 * The Mersenne Twister MT19937 (Matsumoto and Nishimura, 1998): the generator behind CPython's `random`, bit for bit.
 */
export class MersenneTwister {
  readonly #state: Uint32Array = new Uint32Array(N);
  #index: number = N;

  /** Starts from an array of 32-bit words, the seed's digits, low first. */
  seed(key: readonly number[]): void {
    const state = this.#state;
    this.#start(19650218);
    let i = 1;
    let j = 0;
    for (let k = Math.max(N, key.length); k > 0; k--) {
      const previous = state[i - 1] ?? 0;
      state[i] = ((state[i] ?? 0) ^ Math.imul(previous ^ (previous >>> 30), 1664525)) + (key[j] ?? 0) + j;
      i += 1;
      j = (j + 1) % key.length;
      if (i >= N) {
        state[0] = state[N - 1] ?? 0;
        i = 1;
      }
    }
    for (let k = N - 1; k > 0; k--) {
      const previous = state[i - 1] ?? 0;
      state[i] = ((state[i] ?? 0) ^ Math.imul(previous ^ (previous >>> 30), 1566083941)) - i;
      i += 1;
      if (i >= N) {
        state[0] = state[N - 1] ?? 0;
        i = 1;
      }
    }
    state[0] = 0x80000000;
    this.#index = N;
  }

  #start(seed: number): void {
    const state = this.#state;
    state[0] = seed;
    for (let i = 1; i < N; i++) {
      const previous = state[i - 1] ?? 0;
      state[i] = Math.imul(1812433253, previous ^ (previous >>> 30)) + i;
    }
  }

  /** The next 32 bits. */
  next32(): number {
    if (this.#index >= N) this.#twist();
    let y = this.#state[this.#index] ?? 0;
    this.#index += 1;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  /** A float in [0, 1) of 53 bits. */
  nextFloat(): number {
    const high = this.next32() >>> 5;
    const low = this.next32() >>> 6;
    return (high * 67108864 + low) * (1 / 9007199254740992);
  }

  #twist(): void {
    const state = this.#state;
    for (let i = 0; i < N; i++) {
      const y = ((state[i] ?? 0) & 0x80000000) | ((state[(i + 1) % N] ?? 0) & 0x7fffffff);
      state[i] = (state[(i + M) % N] ?? 0) ^ (y >>> 1) ^ ((y & 1) === 0 ? 0 : 0x9908b0df);
    }
    this.#index = 0;
  }

  /** The state as words, the position last. */
  save(): number[] {
    return [...this.#state, this.#index];
  }

  /** Goes back to a state of {@link save}. */
  restore(words: readonly number[]): void {
    this.#state.set(words.slice(0, N));
    this.#index = words[N] ?? N;
  }
}
