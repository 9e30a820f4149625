import type { BinaryOperator, Expression, Origin, Parameter, Property } from "./expressions.js";
import type { Statement } from "./statements.js";
import type { TypeNode } from "./types.js";

/** A use of a name. */
export function name(text: string, origin?: Origin): Expression {
  return { kind: "name", name: text, origin };
}

/** A string literal of any content; the printer escapes it. */
export function text(value: string): Expression {
  return { kind: "string", value };
}

/** A number that JavaScript holds exactly as written. */
export function number(value: number): Expression {
  return { kind: "number", value };
}

/** `null`, `true`, `this`, ... */
export function keyword(word: Extract<Expression, { kind: "keyword" }>["word"], origin?: Origin): Expression {
  return { kind: "keyword", word, origin };
}

/** `callee(...args)`. */
export function call(callee: Expression, args: readonly Expression[], origin?: Origin): Expression {
  return { kind: "call", callee, args, origin };
}

/** `new callee(...args)`. */
export function construct(callee: Expression, args: readonly Expression[], origin?: Origin): Expression {
  return { kind: "new", callee, args, origin };
}

/** `object.property`; the property is a JavaScript name already. */
export function member(object: Expression, property: string, origin?: Origin): Expression {
  return { kind: "member", object, name: property, origin };
}

/** `[...elements]`. */
export function array(elements: readonly Expression[]): Expression {
  return { kind: "array", elements };
}

/** `{ name: value }`, or the pattern of that shape. */
export function object(properties: readonly Property[]): Expression {
  return { kind: "object", properties };
}

/** `...value`. */
export function spread(value: Expression): Expression {
  return { kind: "spread", value };
}

/** `!operand`. */
export function not(operand: Expression): Expression {
  return operand.kind === "unary" && operand.operator === "!" ? operand.operand : { kind: "unary", operator: "!", operand };
}

/** `left operator right`. */
export function binary(operator: BinaryOperator, left: Expression, right: Expression): Expression {
  return { kind: "binary", operator, left, right };
}

/** `test ? then : otherwise`. */
export function conditional(test: Expression, then: Expression, otherwise: Expression): Expression {
  return { kind: "conditional", test, then, otherwise };
}

/** `target = value`. */
export function assign(target: Expression, value: Expression): Expression {
  return { kind: "assign", target, value };
}

/** `yield* value`. */
export function yieldAll(value: Expression, origin?: Origin): Expression {
  return { kind: "yield", delegate: true, value, origin };
}

/** `value as type`. */
export function cast(value: Expression, type: TypeNode): Expression {
  return { kind: "cast", value, type };
}

/** `(parameters) => body`. */
export function arrow(parameters: readonly Parameter[], body: Expression | readonly Statement[]): Expression {
  return { kind: "arrow", parameters, body };
}

/** An expression as a statement. */
export function evaluate(value: Expression, origin?: Origin): Statement {
  return { kind: "expression", value, origin };
}

/** `const target: type = initial`. */
export function constant(target: Expression, initial: Expression, type?: TypeNode): Statement {
  return { kind: "variable", constant: true, exported: false, target, type, initial };
}

/** `let target: type = initial`. */
export function variable(target: Expression, type: TypeNode | undefined, initial: Expression | undefined): Statement {
  return { kind: "variable", constant: false, exported: false, target, type, initial };
}

/** `if (test) { then } else { otherwise }`. */
export function when(test: Expression, then: readonly Statement[], otherwise: readonly Statement[] = []): Statement {
  return { kind: "if", test, then, otherwise };
}

/** `throw value`. */
export function raise(value: Expression, origin?: Origin): Statement {
  return { kind: "throw", value, origin };
}
