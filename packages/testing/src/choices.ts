import { AsyncError } from "@portalis/runtime";

/** Where the choices of a schedule come from. */
export interface Choices {
  /**
   * One choice: 0 to `turn.length - 1` runs that entry of the turn, a higher number cancels a task.
   *
   * @param turn numbers that stand for the entries, the same in each run of the work
   * @param cancels how many tasks may be cancelled here
   */
  pick(turn: readonly number[], cancels: number): number;
  /** Goes on to the next schedule. Returns false when there is none. */
  advance(): boolean;
}

interface Branch {
  taken: number;
  readonly options: number;
}

/** All choices there are, depth first. Without `orders` the turn stays in order and only the cancellations are tried out. */
export class ExhaustiveChoices implements Choices {
  readonly #orders: boolean;
  readonly #path: Branch[] = [];
  #depth = 0;

  constructor(orders: boolean) {
    this.#orders = orders;
  }

  pick(turn: readonly number[], cancels: number): number {
    const offered = this.#orders || turn.length === 0 ? turn.length : 1;
    const options = offered + cancels;
    if (options === 1) return 0;
    let branch = this.#path[this.#depth];
    if (branch === undefined) this.#path.push((branch = { taken: 0, options }));
    this.#depth++;
    if (branch.options !== options) {
      throw new AsyncError(
        "Cannot explore: the work is not deterministic (the same choices led to another state). Make all its state inside the function.",
      );
    }
    return branch.taken < offered ? branch.taken : turn.length + branch.taken - offered;
  }

  advance(): boolean {
    this.#path.length = this.#depth;
    this.#depth = 0;
    for (let branch = this.#path.at(-1); branch !== undefined; branch = this.#path.at(-1)) {
      if (++branch.taken < branch.options) return true;
      this.#path.pop();
    }
    return false;
  }
}

/** The choices of an earlier schedule; where they end, the first option. */
export class ReplayedChoices implements Choices {
  readonly #choices: readonly number[];
  #next = 0;

  constructor(choices: readonly number[]) {
    this.#choices = choices;
  }

  pick(turn: readonly number[], cancels: number): number {
    const options = turn.length + cancels;
    if (options === 1) return 0;
    const choice = this.#choices[this.#next++] ?? 0;
    return choice < options ? choice : 0;
  }

  advance(): boolean {
    return false;
  }
}

/** How often a random schedule cancels somebody, where it may. */
const CANCEL_RATE = 1 / 6;

/** Random choices. The same seed makes the same ones. */
export class SeededChoices implements Choices {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomNumbers(seed);
  }

  pick(turn: readonly number[], cancels: number): number {
    if (turn.length + cancels === 1) return 0;
    const cancel = cancels > 0 && this.#random() < CANCEL_RATE;
    if (cancel) return turn.length + Math.floor(this.#random() * cancels);
    return turn.length > 0 ? Math.floor(this.#random() * turn.length) : 0;
  }

  advance(): boolean {
    return true;
  }
}

/**
 * Random priorities that change at few random steps (Burckhardt and others, "A randomized scheduler with probabilistic guarantees of finding
 * bugs", 2010): finds bugs that need one task to be late for long.
 */
export class PriorityChoices implements Choices {
  readonly #random: () => number;
  readonly #changes: number;
  readonly #priorities = new Map<number, number>();
  #steps = 0;
  #longest = 32;
  #changeAt = new Set<number>();

  constructor(changes: number, seed: number) {
    this.#random = randomNumbers(seed);
    this.#changes = changes;
    this.advance();
  }

  pick(turn: readonly number[], cancels: number): number {
    this.#steps++;
    if (cancels > 0 && this.#random() < CANCEL_RATE) return turn.length + Math.floor(this.#random() * cancels);
    let best = 0;
    for (let index = 1; index < turn.length; index++) {
      if (this.#priorityOf(turn[index] as number) > this.#priorityOf(turn[best] as number)) best = index;
    }
    const chosen = turn[best];
    if (chosen !== undefined && this.#changeAt.has(this.#steps)) this.#priorities.set(chosen, -this.#steps);
    return best;
  }

  advance(): boolean {
    this.#longest = Math.max(this.#longest, this.#steps);
    this.#steps = 0;
    this.#priorities.clear();
    this.#changeAt = new Set(Array.from({ length: this.#changes }, () => 1 + Math.floor(this.#random() * this.#longest)));
    return true;
  }

  #priorityOf(entry: number): number {
    let priority = this.#priorities.get(entry);
    if (priority === undefined) this.#priorities.set(entry, (priority = this.#random()));
    return priority;
  }
}

/** A xorshift generator over 32 bits: small, and the same everywhere. */
function randomNumbers(seed: number): () => number {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 0x1_0000_0000;
  };
}
