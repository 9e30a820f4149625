import type * as py from "@portalis/parser";
import * as b from "../../tree/build.js";
import type { Expression } from "../../tree/expressions.js";
import type { Statement } from "../../tree/statements.js";
import { emitCondition } from "../condition.js";
import type { Context } from "../context.js";
import { emitExpression } from "../expression.js";
import { PatternEmitter, type Capture } from "../pattern.js";
import { isSteady } from "../simple.js";
import { scoped } from "../scoped.js";
import { emitStatements } from "../statement.js";
import { anything } from "../type-nodes.js";

/** `match subject: cases`: a chain of `if`s over the subject. */
export function emitMatch(node: py.Match, cx: Context): Statement[] {
  const before: Statement[] = [];
  let subject = emitExpression(node.subject, cx);
  if (!isSteady(node.subject, cx)) {
    const holder = b.name(cx.frame.freshName("$s"));
    before.push({ ...b.constant(holder, subject), origin: node });
    subject = holder;
  }
  const emitted = node.cases.map((matchCase) => emitCase(matchCase, subject, cx));
  const chain = emitted.reduceRight<Statement[]>(
    (otherwise, { test, body }) => (test === undefined ? body : [b.when(test, body, otherwise)]),
    [],
  );
  return [...before, ...scoped(chain)];
}

/** The test of a case, without one if it always matches, and its body. */
function emitCase(matchCase: py.MatchCase, subject: Expression, cx: Context): { test: Expression | undefined; body: Statement[] } {
  const pattern = new PatternEmitter(cx);
  const tests = pattern.tests(matchCase.pattern, subject);
  const captures = pattern.captures();
  const guard = matchCase.guard === null ? undefined : emitCondition(matchCase.guard, cx);
  const body = emitStatements(matchCase.body, cx);
  if (guard === undefined) {
    const assignments = captures.map((capture) => bind(capture, cx));
    return { test: all(tests), body: [...assignments, ...body] };
  }
  const assigned = captures.map(({ name, value }) => b.binary(",", b.assign(name, value), b.keyword("true")));
  return { test: all([...tests, ...assigned, guard]), body };
}

function bind(capture: Capture, cx: Context): Statement {
  const declares = cx.module.placement.declares(capture.pattern);
  if (declares === undefined) return b.evaluate(b.assign(capture.name, capture.value), undefined);
  return declares === "const"
    ? b.constant(capture.name, capture.value, anything(cx))
    : b.variable(capture.name, anything(cx), capture.value);
}

function all(tests: readonly Expression[]): Expression | undefined {
  return tests.length === 0 ? undefined : tests.reduce((left, right) => b.binary("&&", left, right));
}
