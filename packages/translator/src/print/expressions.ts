import type { Expression, ExpressionOf, Parameter } from "../tree/expressions.js";
import { concat, enclosed, group, indent, line, origin, type Doc } from "./doc.js";
import { binaryPrecedence, precedence, precedenceOf } from "./precedence.js";
import { printBlock } from "./statements.js";
import { escapeText, stringLiteral } from "./string-literal.js";
import { printType } from "./types.js";

/** An expression; in parentheses when it binds less tightly than its place asks for. */
export function printExpression(expression: Expression, atLeast: number = precedence.assign): Doc {
  const doc = concat(origin(expression.origin), printBare(expression));
  return precedenceOf(expression) < atLeast ? concat("(", doc, ")") : doc;
}

/** An expression where a statement begins: what would be read as a block or a declaration gets parentheses. */
export function printStatementExpression(expression: Expression): Doc {
  const doc = printExpression(expression, precedence.sequence);
  return startsLikeStatement(expression) ? concat("(", doc, ")") : doc;
}

/** Parameters in parentheses. */
export function printParameters(parameters: readonly Parameter[]): Doc {
  return enclosed("(", parameters.map(printParameter), ")");
}

function printParameter(parameter: Parameter): Doc {
  const mark = parameter.optional === true ? "?" : "";
  const type = parameter.type === undefined ? "" : `${mark}: ${printType(parameter.type)}`;
  const initial = parameter.initial === undefined ? "" : concat(" = ", printExpression(parameter.initial));
  return concat(printExpression(parameter.target), type, initial);
}

function printBare(expression: Expression): Doc {
  switch (expression.kind) {
    case "name":
      return expression.name;
    case "string":
      return stringLiteral(expression.value);
    case "number":
      return numberLiteral(expression.value);
    case "bigint":
      return `${expression.value}n`;
    case "keyword":
      return expression.word;
    case "template":
      return printTemplate(expression);
    case "array":
      return enclosed(
        "[",
        expression.elements.map((element) => printExpression(element)),
        "]",
      );
    case "object":
      return enclosed(
        "{",
        expression.properties.map((property) => printProperty(property.name, property.value)),
        "}",
        { padded: true },
      );
    case "spread":
      return concat("...", printExpression(expression.value));
    case "call":
      return concat(printCallee(expression.callee), printArguments(expression.args));
    case "new":
      return concat("new ", printCallee(expression.callee), printArguments(expression.args));
    case "member":
      return concat(printObject(expression.object), ".", expression.name);
    case "index":
      return concat(printObject(expression.object), "[", printExpression(expression.key), "]");
    case "unary":
      return concat(expression.operator, printExpression(expression.operand, precedence.unary));
    case "binary":
      return printBinary(expression);
    case "conditional":
      return group(
        concat(
          printExpression(expression.test, precedence.or),
          indent(concat(line, "? ", printExpression(expression.then), line, ": ", printExpression(expression.otherwise))),
        ),
      );
    case "assign":
      return concat(printExpression(expression.target), " = ", printExpression(expression.value));
    case "yield":
      return concat(
        expression.delegate ? "yield*" : "yield",
        expression.value === undefined ? "" : concat(" ", printExpression(expression.value)),
      );
    case "await":
      return concat("await ", printExpression(expression.value, precedence.unary));
    case "cast":
      return concat(printExpression(expression.value, precedence.relation), ` as ${printType(expression.type)}`);
    case "arrow":
      return printArrow(expression);
    case "function":
      return concat(
        `function${expression.generator ? "*" : ""} ${expression.name ?? ""}`,
        printParameters(expression.parameters),
        expression.returnType === undefined ? "" : `: ${printType(expression.returnType)}`,
        " ",
        printBlock(expression.body),
      );
  }
}

function printArguments(args: readonly Expression[]): Doc {
  const last = args.at(-1);
  const hugged = last !== undefined && args.slice(0, -1).every(isShort);
  if (
    hugged &&
    (last.kind === "function" || (last.kind === "arrow" && Array.isArray(last.body)) || (last.kind === "object" && args.length === 1))
  ) {
    return concat("(", ...args.slice(0, -1).map((argument) => concat(printExpression(argument), ", ")), printExpression(last), ")");
  }
  return enclosed(
    "(",
    args.map((argument) => printExpression(argument)),
    ")",
  );
}

function isShort(expression: Expression): boolean {
  return ["name", "string", "number", "keyword", "member"].includes(expression.kind);
}

function printCallee(callee: Expression): Doc {
  return callee.kind === "function" || callee.kind === "arrow"
    ? concat("(", printExpression(callee), ")")
    : printExpression(callee, precedence.call);
}

function printObject(object: Expression): Doc {
  const needsParentheses = object.kind === "number" || object.kind === "function";
  return needsParentheses ? concat("(", printExpression(object), ")") : printExpression(object, precedence.call);
}

function printProperty(name: string, value: Expression): Doc {
  if (value.kind === "name" && value.name === name) return name;
  if (value.kind === "assign" && value.target.kind === "name" && value.target.name === name) return printExpression(value);
  return concat(name, ": ", printExpression(value));
}

function printBinary(expression: ExpressionOf<"binary">): Doc {
  const own = binaryPrecedence(expression.operator);
  const parts: Doc[] = [];
  let left: Expression = expression.left;
  let right: Expression = expression.right;
  const chained = expression.operator === "&&" || expression.operator === "||";
  for (;;) {
    parts.unshift(concat(expression.operator === "," ? "," : ` ${expression.operator}`, line, printExpression(right, own + 1)));
    if (!chained || left.kind !== "binary" || left.operator !== expression.operator) break;
    right = left.right;
    left = left.left;
  }
  return group(concat(printExpression(left, own), indent(concat(...parts))));
}

function printArrow(expression: ExpressionOf<"arrow">): Doc {
  const head = concat(printParameters(expression.parameters), " =>");
  const { body } = expression;
  if (isStatements(body)) return concat(head, " ", printBlock(body));
  const value = body.kind === "object" ? concat("(", printExpression(body), ")") : printExpression(body);
  const hugs = body.kind === "array" || body.kind === "object" || body.kind === "call" || body.kind === "template";
  return hugs ? concat(head, " ", value) : group(concat(head, indent(concat(line, value))));
}

function isStatements(body: ExpressionOf<"arrow">["body"]): body is Extract<ExpressionOf<"arrow">["body"], readonly unknown[]> {
  return Array.isArray(body);
}

function printTemplate(expression: ExpressionOf<"template">): Doc {
  const parts: Doc[] = [printExpression(expression.tag, precedence.call), "`"];
  expression.texts.forEach((content, index) => {
    parts.push(escapeText(content, "`"));
    const hole = expression.holes[index];
    if (hole !== undefined) parts.push("${", printExpression(hole), "}");
  });
  parts.push("`");
  return concat(...parts);
}

function numberLiteral(value: number): string {
  return Object.is(value, -0) ? "-0" : String(value);
}

function startsLikeStatement(expression: Expression): boolean {
  switch (expression.kind) {
    case "object":
    case "function":
      return true;
    case "assign":
      return expression.target.kind === "object";
    case "call":
      return false;
    case "member":
    case "index":
      return startsLikeStatement(expression.object);
    case "binary":
      return startsLikeStatement(expression.left);
    case "conditional":
      return startsLikeStatement(expression.test);
    default:
      return false;
  }
}
