import { type Coroutine, type Work } from "@portalis/runtime";
import { JoinOperation, WaitOperation } from "@portalis/runtime/kernel";
import { SelectOperation, type Selected } from "./select-operation.js";
import { Siblings } from "./siblings.js";

/**
 * The first of `works` to settle. Operations wait in their own lists; everything else runs as a task, and those that lose are cancelled and
 * have cleaned up before this returns.
 *
 * @param first the branch that is looked at first
 */
export function* selectFirst(works: readonly Work<unknown>[], first: number): Coroutine<Selected> {
  const operations: WaitOperation<unknown>[] = [];
  let siblings: Siblings | undefined;
  for (const work of works) {
    if (work instanceof WaitOperation) {
      operations.push(work);
    } else {
      siblings ??= new Siblings(() => false);
      operations.push(new JoinOperation(siblings.start(work), undefined, undefined));
    }
  }
  const selected = new SelectOperation(operations, first);
  if (siblings === undefined) return yield* selected;
  try {
    return yield* selected;
  } finally {
    siblings.abort("another branch was first");
    yield* siblings.finish();
  }
}
