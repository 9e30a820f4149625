import type { Operation, Work } from "@portalis/runtime";
import { currentScheduler, operation, type Scheduler } from "@portalis/runtime/kernel";
import { selectFirst } from "./select-first.js";
import type { WorkResult } from "./work-result.js";

/** How {@link select} chooses among branches that are ready at once. */
export interface SelectOptions {
  /** Always the first in the list. Default: each call begins one branch further, so that none is starved. */
  readonly biased?: boolean;
}

/** The branch that won, of branches given by name. */
export type SelectedKey<B> = { [K in keyof B]: { readonly key: K; readonly value: WorkResult<B[K]> } }[keyof B];

/** The branch that won, of branches given in a list. */
export type SelectedIndex<W extends readonly unknown[]> = {
  [K in keyof W]: { readonly index: number; readonly value: WorkResult<W[K]> };
}[number];

/** How many fair selects each scheduler has seen: the turn of the branches. */
const turns = new WeakMap<Scheduler, number>();

/**
 * Waits for the first of several branches and says which it was: a discriminated union. An error of the branch that wins is thrown.
 *
 * An operation that loses was never granted and loses nothing: a message stays in its channel, a lock stays free. Any other work that loses
 * is cancelled and has cleaned up before this returns. Works run as tasks, so that operations that are ready at once win over them.
 *
 * @throws RangeError at once when there are no branches
 *
 * @example
 * ```ts
 * const next = yield* select({ job: rx.recv(), stop: stopped.wait() });
 * if (next.key === "job") yield* work(next.value);
 * ```
 */
export function select<const W extends readonly Work<unknown>[]>(branches: W, options?: SelectOptions): Operation<SelectedIndex<W>>;
export function select<const B extends Readonly<Record<string, Work<unknown>>>>(
  branches: B,
  options?: SelectOptions,
): Operation<SelectedKey<B>>;
export function select(
  branches: readonly Work<unknown>[] | Readonly<Record<string, Work<unknown>>>,
  options?: SelectOptions,
): Operation<unknown> {
  const keys = Array.isArray(branches) ? undefined : Object.keys(branches);
  const works = Object.values<Work<unknown>>(branches);
  if (works.length === 0) throw new RangeError("Cannot select among no branches: it would never end. Give at least one.");
  return operation(function* () {
    const { index, value } = yield* selectFirst(works, options?.biased === true ? 0 : nextTurn() % works.length);
    return keys === undefined ? { index, value } : { key: keys[index], value };
  });
}

function nextTurn(): number {
  const scheduler = currentScheduler();
  const turn = turns.get(scheduler) ?? 0;
  turns.set(scheduler, turn + 1);
  return turn;
}
