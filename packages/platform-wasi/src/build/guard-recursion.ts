import type { AnyNode, ArrowFunctionExpression, Function as FunctionNode } from "acorn";
import { loadPeer } from "./peer-packages.js";
import { nodesOf } from "./syntax-nodes.js";

/** How deep the calls of one module may nest: as deep as CPython's, and no deeper than a component's stack can hold. */
const LIMIT = 1_000;

const DEPTH = "$portalisDepth";
const TOO_DEEP = "$portalisTooDeep";
const DECLARATIONS = `var ${DEPTH}=0;function ${TOO_DEEP}(){${DEPTH}--;throw new RangeError("Maximum call stack size exceeded")}`;
const ENTER = `if(++${DEPTH}>${LIMIT})${TOO_DEEP}();try{`;
const LEAVE = `}finally{${DEPTH}--}`;

/**
 * Counts how deep the functions of a module nest, so that endless recursion is a `RangeError` that can be caught, as on
 * other engines: the engine of a component does not look, and its native stack ends in a trap.
 *
 * Functions that call nothing are left as they are, and so are generators and async functions, which do not nest on the
 * native stack while they wait. Lines stay where they are.
 *
 * @param code a module in JavaScript
 * @returns the module with its guards; `code` itself when there is nothing to guard
 *
 * @example
 * ```ts
 * await guardRecursion("const f = (n) => f(n + 1);"); // f(0) throws RangeError at a depth of 1000
 * ```
 */
export async function guardRecursion(code: string): Promise<string> {
  const { parse } = await loadPeer("Building a component", "acorn", () => import("acorn"));
  const { default: MagicString } = await loadPeer("Building a component", "magic-string", () => import("magic-string"));
  const program = parse(code, { ecmaVersion: "latest", sourceType: "module" });
  const functions = [...nodesOf(program)].filter(isGuarded);
  const [first] = program.body;
  if (functions.length === 0 || first === undefined) return code;
  const text = new MagicString(code);
  for (const node of functions) {
    if (node.body.type === "BlockStatement") {
      text.appendRight(node.body.start + 1, ENTER);
      text.prependLeft(node.body.end - 1, LEAVE);
    } else {
      const arrow = code.indexOf("=>", node.params.at(-1)?.end ?? node.start) + "=>".length;
      text.appendRight(arrow, `{${ENTER}return(`);
      text.prependLeft(node.end, `)${LEAVE}}`);
    }
  }
  text.prependLeft(first.start, DECLARATIONS);
  return text.toString();
}

type AnyFunction = FunctionNode | ArrowFunctionExpression;

function isGuarded(node: AnyNode): node is AnyNode & AnyFunction {
  return isFunction(node) && !node.generator && !node.async && callsSomething(node);
}

function isFunction(node: AnyNode): node is AnyNode & AnyFunction {
  return node.type === "FunctionDeclaration" || node.type === "FunctionExpression" || node.type === "ArrowFunctionExpression";
}

function callsSomething(node: AnyFunction): boolean {
  for (const { type } of nodesOf(node.body)) {
    if (type === "CallExpression" || type === "NewExpression" || type === "TaggedTemplateExpression") return true;
  }
  return false;
}
