import type * as py from "@portalis/parser";
import { asyncioLocks } from "../library/asyncio.js";
import type { Inference } from "./infer.js";

/** Whether a context manager may hold an exception back, so that code after the `with` runs without its body having ended. */
export function holdsExceptions(manager: py.Expr, asynchronous: boolean, inference: Inference): boolean {
  const type = inference.typeOf(manager);
  if (type.kind === "library")
    return !(asyncioLocks.has(type.name) || type.name === "asyncio.TaskGroup" || type.name === "asyncio.Timeout");
  if (type.kind !== "instance") return true;
  const exit = asynchronous ? "__aexit__" : "__exit__";
  return type.info.family.some((info) => {
    const method = info.findMethod(exit);
    if (method === undefined || method.hasDecorators) return true;
    const result = inference.facts.resultType(method);
    return result.kind !== "none";
  });
}

/** Whether a context manager is a lock of asyncio: entering acquires it, leaving releases it. */
export function isLock(manager: py.Expr, inference: Inference): boolean {
  const type = inference.typeOf(manager);
  return type.kind === "library" && asyncioLocks.has(type.name);
}
