import type { Program, Statement, Target } from "./program.js";

/** A small seeded generator of random numbers. */
export class Dice {
  /** Whether all kinds of statements are used: for seeds from a million on. Recorded programs of smaller seeds stay what they were. */
  readonly wide: boolean;
  #state: number;

  constructor(seed: number) {
    this.wide = seed >= 1_000_000;
    this.#state = (seed * 2654435761) >>> 0;
  }

  /** An integer from 0 to `n` - 1. */
  roll(n: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.roll(items.length)] as T;
  }
}

/** Delays without rounding errors, so that ties are ties on both sides. */
const delays = [0, 0, 0, 0.25, 0.25, 0.5, 0.5, 1, 1.5, 2];
const slots = 5;
const locks = 2;
const queues = 3;

/** Makes the program of a seed. Procedures call only procedures of higher numbers, so that every program ends. */
export function generate(seed: number): Program {
  const dice = new Dice(seed);
  const count = 3 + dice.roll(4);
  const procedures = Array.from({ length: count }, (_, index) => block(dice, index, count, 2, 2 + dice.roll(5)));
  const main = Array.from({ length: 2 + dice.roll(4) }, () => dice.roll(count));
  return { procedures, main, end: dice.pick([0, 0.5, 3, 3, 20, 20, 20]) };
}

function block(dice: Dice, index: number, count: number, depth: number, length: number): Statement[] {
  return Array.from({ length }, () => statement(dice, index, count, depth));
}

function target(dice: Dice, index: number, count: number): Target {
  return index + 1 < count && dice.roll(2) === 0 ? ["proc", index + 1 + dice.roll(count - index - 1)] : ["slot", dice.roll(slots)];
}

function targets(dice: Dice, index: number, count: number): Target[] {
  return Array.from({ length: 1 + dice.roll(3) }, () => target(dice, index, count));
}

function nested(dice: Dice, index: number, count: number, depth: number): Statement {
  const body = (): Statement[] => block(dice, index, count, depth - 1, 1 + dice.roll(3));
  switch (dice.roll(7)) {
    case 0:
      return ["timeout", dice.pick([0, 0.25, 0.5, 1, null]), body()];
    case 1:
    case 2:
      return [
        "group",
        [...body(), ...(index + 1 < count ? [["group_spawn", index + 1 + dice.roll(count - index - 1)] as const] : []), ...body()],
      ];
    case 3:
      return ["lock", dice.roll(locks), body()];
    case 4:
      return ["semaphore", dice.roll(locks), body()];
    default:
      return ["try", body(), dice.pick(["cancel", "error", "all", "none"] as const), calm(dice), dice.roll(2) === 0 ? [] : calm(dice)];
  }
}

/** What may stand in handlers: nothing that waits for long. */
function calm(dice: Dice): Statement[] {
  const choices: readonly Statement[] = [
    ["sleep", 0],
    ["sleep", 0.25],
    ["event_set", dice.roll(locks)],
    ["put_nowait", dice.roll(queues), dice.roll(10)],
    ["uncancel"],
    ["soon", dice.roll(100)],
    ["cancel", dice.roll(slots), null],
  ];
  return Array.from({ length: dice.roll(3) }, () => dice.pick(choices));
}

function statement(dice: Dice, index: number, count: number, depth: number): Statement {
  if (depth > 0 && dice.roll(4) === 0) return nested(dice, index, count, depth);
  const proc = index + 1 < count ? index + 1 + dice.roll(count - index - 1) : -1;
  switch (dice.roll(dice.wide ? 46 : 36)) {
    case 0:
    case 1:
      return proc < 0 ? ["sleep", 0] : ["spawn", dice.roll(slots), proc];
    case 2:
    case 3:
      return proc < 0 ? ["sleep", 0] : ["call", proc];
    case 4:
      return ["await", target(dice, index, count)];
    case 5:
    case 6:
      return ["cancel", dice.roll(slots), dice.pick([null, "stop", "end"])];
    case 7:
      return dice.roll(3) === 0 ? ["cancel_self"] : ["uncancel"];
    case 8:
    case 9:
      return ["gather", targets(dice, index, count), dice.roll(2) === 0];
    case 10:
      return [
        "wait",
        Array.from({ length: 1 + dice.roll(3) }, () => dice.roll(slots)),
        dice.pick([null, 0, 0.25, 1]),
        dice.pick(["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"]),
      ];
    case 11:
    case 12:
      return ["wait_for", target(dice, index, count), dice.pick([null, 0, 0.25, 0.5, 1])];
    case 13:
      return ["shield", target(dice, index, count)];
    case 14:
      return ["as_completed", targets(dice, index, count), dice.pick([null, 0.25, 1])];
    case 15:
      return ["event_wait", dice.roll(locks)];
    case 16:
      return ["event_set", dice.roll(locks)];
    case 17:
      return ["event_clear", dice.roll(locks)];
    case 18:
    case 19:
      return ["put", dice.roll(queues), dice.roll(10)];
    case 20:
      return ["put_nowait", dice.roll(queues), dice.roll(10)];
    case 21:
    case 22:
      return ["get", dice.roll(queues)];
    case 23:
      return ["get_nowait", dice.roll(queues)];
    case 24:
      return ["task_done", dice.roll(queues)];
    case 25:
      return dice.roll(4) === 0 ? ["shutdown", dice.roll(queues), dice.roll(2) === 0] : ["join", dice.roll(queues)];
    case 26:
      return ["condition_wait", dice.roll(locks)];
    case 27:
      return ["condition_notify", dice.roll(locks), 1 + dice.roll(2)];
    case 28:
      return ["barrier", dice.roll(locks)];
    case 29:
      return ["future_wait", dice.roll(locks)];
    case 30:
      return dice.pick([
        ["future_set", dice.roll(locks), 7],
        ["future_fail", dice.roll(locks)],
        ["future_cancel", dice.roll(locks)],
      ] as const);
    case 31:
      return dice.roll(2) === 0 ? ["soon", dice.roll(100)] : ["later", dice.pick(delays), dice.roll(100)];
    case 32:
      return dice.roll(2) === 0
        ? ["raise", dice.wide && dice.roll(12) === 0 ? "SystemExit" : dice.pick(["ValueError", "KeyError"])]
        : ["reschedule", dice.pick([null, 0, 0.25, 1])];
    case 36:
    case 37:
      return ["hold_gather", dice.roll(slots), targets(dice, index, count), dice.roll(2) === 0];
    case 38:
      return ["hold_shield", dice.roll(slots), target(dice, index, count)];
    case 39:
      return ["on_done", dice.roll(slots), dice.roll(100)];
    case 40:
      return dice.roll(2) === 0 ? ["cancel_soon", dice.roll(slots)] : ["cancel_later", dice.pick(delays), dice.roll(slots)];
    case 41:
      return ["acquire", dice.pick(["lock", "semaphore"] as const), dice.roll(locks)];
    case 42:
      return ["condition_wait_for", dice.roll(locks), 1 + dice.roll(3)];
    case 43:
      return ["release", dice.pick(["lock", "semaphore"] as const), dice.roll(locks)];
    default:
      return ["sleep", dice.pick(delays)];
  }
}
