import { def, isCoroutine, isCoroutineFunction, type Py } from "@portalis/python";
import type { Coroutine } from "@portalis/runtime";
import { coroutineState } from "@portalis/runtime/kernel";

/** JavaScript's own prototype of generators. */
const generators: object = Object.getPrototypeOf(
  Object.getPrototypeOf(
    (function* () {
      yield;
    })(),
  ),
) as object;

/**
 * Whether a value is a coroutine object: what calling an `async def` gives, or a plain `function*` of TypeScript. Python's generators are not.
 */
export function iscoroutine(obj: Py): obj is Coroutine<Py> {
  if (isCoroutine(obj)) return true;
  return (
    typeof obj === "object" && obj !== null && obj.$generator !== true && Object.prototype.isPrototypeOf.call(generators, obj as object)
  );
}

/** Whether a function is an `async def`. */
export function iscoroutinefunction(func: Py): boolean {
  return isCoroutineFunction(func);
}

/** How reprs show a coroutine: `work() running`, `work() done`. */
export function coroutineText(coroutine: Py): string {
  const name: Py = coroutine.$function?.$qualname ?? coroutine.$function?.$name ?? coroutine.$function?.name;
  const text = typeof name === "string" && name !== "" ? `${name}()` : "<coroutine>()";
  if (!isCoroutine(coroutine)) return text;
  return `${text} ${coroutineState(coroutine as Coroutine<Py>) === "closed" ? "done" : "running"}`;
}

def(iscoroutine, "iscoroutine", "(obj)");
def(iscoroutinefunction, "iscoroutinefunction", "(func)");
