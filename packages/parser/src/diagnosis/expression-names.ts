import { FSTRING_START, K_IN } from "../token-kinds.js";
import type { TokenStream } from "../token-stream.js";
import { typedItems, type PegNode } from "./peg-node.js";

const names: Readonly<Record<string, string>> = {
  Attribute: "attribute",
  Subscript: "subscript",
  Starred: "starred",
  Name: "name",
  List: "list",
  Tuple: "tuple",
  Lambda: "lambda",
  Call: "function call",
  BoolOp: "expression",
  BinOp: "expression",
  UnaryOp: "expression",
  GeneratorExp: "generator expression",
  Yield: "yield expression",
  Await: "await expression",
  ListComp: "list comprehension",
  SetComp: "set comprehension",
  DictComp: "dict comprehension",
  Dict: "dict literal",
  Set: "set display",
  Literal: "literal",
  True: "True",
  False: "False",
  None: "None",
  Ellipsis: "ellipsis",
  Compare: "comparison",
  IfExp: "conditional expression",
  NamedExpr: "named expression",
};

/** What CPython calls an expression in its messages. */
export function expressionName(node: PegNode, stream: TokenStream): string {
  if (node.type === "Strings") {
    for (let at = node.from; at < node.to; at++) if (stream.kindAt(at) === FSTRING_START) return "f-string expression";
    return "literal";
  }
  return names[node.type] ?? "expression";
}

/** The part of an expression that cannot be assigned to (or deleted); undefined if it all can. */
export function invalidTarget(node: PegNode, use: "assign" | "delete" | "loop", stream: TokenStream): PegNode | undefined {
  switch (node.type) {
    case "Name":
    case "Attribute":
    case "Subscript":
      return undefined;
    case "List":
    case "Tuple":
      for (const item of typedItems(node)) {
        const invalid = invalidTarget(item, use, stream);
        if (invalid !== undefined) return invalid;
      }
      return undefined;
    case "Starred": {
      const [value] = typedItems(node);
      return use === "delete" || value === undefined ? node : invalidTarget(value, use, stream);
    }
    case "Compare": {
      // `for x in y` was read as the comparison `x in y`.
      const [left] = typedItems(node);
      if (use !== "loop" || left === undefined) return node;
      return firstComparator(node, stream) === K_IN ? invalidTarget(left, use, stream) : undefined;
    }
    default:
      return node;
  }
}

function firstComparator(node: PegNode, stream: TokenStream): number {
  const rest = node.items[1];
  return rest === undefined ? -1 : stream.kindAt(rest.from);
}
