import type * as py from "@portalis/parser";
import type { Analysis } from "../analyze/analyze.js";
import { calleeOf } from "../analyze/callee.js";
import { childrenOf } from "../analyze/children.js";
import { isBlockingCall } from "../analyze/colour.js";
import { isGiven } from "../library/builtins.js";

/** Built-in types that are made of nearly anything. */
const makers = new Set(["dict", "frozenset", "list", "object", "range", "set", "tuple"]);

/**
 * Whether an initial value of a module can stand at the top level of the emitted module: evaluating it calls no function of the program,
 * waits for nothing, and raises nothing, so that nobody has to report an exception.
 */
export function isHarmless(value: py.Node, analysis: Analysis): boolean {
  switch (value.type) {
    case "Lambda":
      return true;
    case "NamedExpr":
    case "Await":
    case "Starred":
      return false;
    case "Name":
      return !analysis.unproven.has(value) && (analysis.program.variableOf.has(value) || isGiven(value.id));
    case "Attribute":
      if (analysis.inference.typeOf(value.value).kind === "module") return true;
      return analysis.inference.typeOf(value.value).kind === "class" && isHarmless(value.value, analysis);
    case "Subscript":
      return analysis.inference.isGenericClass(value.value);
    case "BinOp":
      if (!areNumbers([value.left, value.right], analysis) || !["Add", "Sub", "Mult"].includes(value.op)) return false;
      break;
    case "UnaryOp":
      if (value.op !== "Not" && !areNumbers([value.operand], analysis)) return false;
      break;
    case "Compare":
      if (!areNumbers([value.left, ...value.comparators], analysis)) return false;
      break;
    case "Call":
      if (!isHarmlessCall(value, analysis)) return false;
      return [...value.args, ...value.keywords].every((argument) => isHarmless(argument, analysis));
  }
  return childrenOf(value).every((child) => isHarmless(child, analysis));
}

function areNumbers(nodes: readonly py.Expr[], analysis: Analysis): boolean {
  return nodes.every((node) => ["int", "float", "bool"].includes(analysis.inference.typeOf(node).kind));
}

function isHarmlessCall(call: py.Call, analysis: Analysis): boolean {
  if (isBlockingCall(call, analysis.inference)) return false;
  const callee = calleeOf(call, analysis.inference);
  switch (callee.kind) {
    case "class":
    case "exception":
    case "library":
      return true;
    case "builtin":
      return makers.has(callee.name);
    default:
      return false;
  }
}
