import type * as py from "@portalis/parser";
import type { Inference } from "./infer.js";
import { isNumber, never, none, simpleType, unknown, type PyType } from "./types.js";

/** The type of a literal. */
export function literalType(node: py.Constant): PyType {
  switch (node.literal) {
    case "None":
      return none;
    case "complex":
    case "Ellipsis":
      return unknown;
    default:
      return simpleType(node.literal);
  }
}

/** The type that an operator gives for two types. */
export function binaryType(node: py.BinOp, left: PyType, right: PyType): PyType {
  return operatorType(node.op, left, right, node.right);
}

/** The type that an operator gives, for binary operations and augmented assignments. */
export function operatorType(op: py.Operator, left: PyType, right: PyType, rightNode: py.Expr): PyType {
  if (left.kind === "never" || right.kind === "never") return never;
  if (isNumber(left) && isNumber(right)) return numberType(op, left, right, rightNode);
  switch (op) {
    case "Add":
      if (left.kind === right.kind && (left.kind === "str" || left.kind === "list" || left.kind === "bytes")) return left;
      if (left.kind === "tuple" && right.kind === "tuple") return { kind: "tuple", items: undefined };
      return unknown;
    case "Mult":
      if (right.kind === "int" && (left.kind === "str" || left.kind === "list")) return left;
      if (left.kind === "int" && (right.kind === "str" || right.kind === "list")) return right;
      return unknown;
    case "Mod":
      return left.kind === "str" ? left : unknown;
    case "BitOr":
    case "BitAnd":
    case "BitXor":
    case "Sub":
      return left.kind === "set" && right.kind === "set" ? left : unknown;
    default:
      return unknown;
  }
}

function numberType(op: py.Operator, left: PyType, right: PyType, rightNode: py.Expr): PyType {
  const isFloat = left.kind === "float" || right.kind === "float";
  switch (op) {
    case "Div":
      return simpleType("float");
    case "Pow": {
      const isNatural = rightNode.type === "Constant" && rightNode.literal === "int";
      return isFloat || !isNatural ? unknown : simpleType("int");
    }
    case "MatMult":
      return unknown;
    case "BitAnd":
    case "BitOr":
    case "BitXor":
      if (isFloat) return unknown;
      return left.kind === "bool" && right.kind === "bool" ? left : simpleType("int");
    case "LShift":
    case "RShift":
      return isFloat ? unknown : simpleType("int");
    default:
      return simpleType(isFloat ? "float" : "int");
  }
}

/** The type that a prefix operator gives. */
export function unaryType(op: py.UnaryOperator, operand: PyType): PyType {
  if (op === "Not") return simpleType("bool");
  if (operand.kind === "never") return never;
  if (operand.kind === "int" || operand.kind === "bool") return simpleType("int");
  return operand.kind === "float" && op !== "Invert" ? operand : unknown;
}

/** The type of an item or a slice. */
export function subscriptType(node: py.Subscript, container: PyType, inference: Inference): PyType {
  if (container.kind === "never") return never;
  if (node.slice.type === "Slice")
    return container.kind === "str" || container.kind === "list" || container.kind === "bytes" ? container : unknown;
  if (container.kind === "str") return container;
  if (container.kind === "bytes" && inference.typeOf(node.slice).kind === "int") return simpleType("int");
  if (
    container.kind === "tuple" &&
    container.items !== undefined &&
    node.slice.type === "Constant" &&
    typeof node.slice.value === "number"
  ) {
    return container.items.at(node.slice.value) ?? unknown;
  }
  return unknown;
}
