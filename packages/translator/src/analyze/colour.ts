import type * as py from "@portalis/parser";
import { calleeOf } from "./callee.js";
import type { FunctionInfo } from "./function-info.js";
import type { Inference } from "./infer.js";
import { functionScope } from "./scope.js";
import type { Uses } from "./uses.js";

/** Calls that wait in the middle of plain code. */
const blockingCalls = new Set(["asyncio.run", "time.sleep"]);

/** Whether a call waits: it is emitted with `yield*`. */
export function isBlockingCall(call: py.Call, inference: Inference): boolean {
  const callee = calleeOf(call, inference);
  if (callee.kind === "library") return blockingCalls.has(`${callee.module}.${callee.name}`);
  return (callee.kind === "function" || callee.kind === "method" || callee.kind === "super") && callee.info?.isColoured === true;
}

/** Marks the plain functions that wait, directly or through functions they call: they are emitted as coroutines. */
export function colourFunctions(uses: Uses, inference: Inference): void {
  for (let changed = true; changed;) {
    changed = false;
    for (const call of uses.calls) {
      if (!isBlockingCall(call, inference)) continue;
      const info = functionAround(call, inference);
      if (info === undefined || info.isAsync || info.isGenerator || info.isColoured) continue;
      info.isColoured = true;
      changed = true;
    }
  }
}

/** The function as part of which an expression runs; `undefined` in the module. */
export function functionAround(node: py.Node, inference: Inference): FunctionInfo | undefined {
  const scope = inference.program.scopeAt.get(node);
  return scope === undefined ? undefined : functionScope(scope).functionInfo;
}
