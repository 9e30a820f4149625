import type { Operation, Work } from "@portalis/runtime";
import { operation } from "@portalis/runtime/kernel";
import { selectFirst } from "./select-first.js";
import type { WorkResult } from "./work-result.js";

/**
 * Runs all `works` and gives the value, or throws the error, of the first that settles. The others are cancelled and have cleaned up before
 * this returns; operations that lose lose nothing. Of those that are ready at once the first in the list wins.
 *
 * @throws RangeError at once when there is nothing to race: it could never end
 *
 * @example
 * ```ts
 * const page = yield* race([load(mirrorA), load(mirrorB)]);
 * ```
 */
export function race<const W extends readonly Work<unknown>[]>(works: W): Operation<WorkResult<W[number]>> {
  if (works.length === 0) throw new RangeError("Cannot race nothing: it would never end. Give at least one piece of work.");
  return operation(function* () {
    const { value } = yield* selectFirst(works, 0);
    return value as WorkResult<W[number]>;
  });
}
