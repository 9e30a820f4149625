import type { Expression } from "../tree/expressions.js";

/** How tightly an expression binds; a larger number binds tighter. */
export const precedence = {
  sequence: 0,
  assign: 1,
  conditional: 2,
  or: 3,
  and: 4,
  equality: 5,
  relation: 6,
  additive: 7,
  unary: 8,
  call: 9,
  primary: 10,
} as const;

/** The precedence of an expression as JavaScript's grammar has it. */
export function precedenceOf(expression: Expression): number {
  switch (expression.kind) {
    case "assign":
    case "yield":
    case "arrow":
    case "spread":
      return precedence.assign;
    case "conditional":
      return precedence.conditional;
    case "binary":
      return binaryPrecedence(expression.operator);
    case "cast":
      return precedence.relation;
    case "unary":
    case "await":
      return precedence.unary;
    case "number":
      return expression.value < 0 || Object.is(expression.value, -0) ? precedence.unary : precedence.primary;
    case "bigint":
      return expression.value < 0n ? precedence.unary : precedence.primary;
    case "call":
    case "new":
    case "member":
    case "index":
    case "template":
      return precedence.call;
    default:
      return precedence.primary;
  }
}

/** The precedence of a binary operator. */
export function binaryPrecedence(operator: string): number {
  switch (operator) {
    case ",":
      return precedence.sequence;
    case "||":
      return precedence.or;
    case "&&":
      return precedence.and;
    case "===":
    case "!==":
    case "==":
    case "!=":
      return precedence.equality;
    case "-":
      return precedence.additive;
    default:
      return precedence.relation;
  }
}
