import type * as py from "@portalis/parser";
import { identifier } from "../names.js";
import * as b from "../tree/build.js";
import type { Expression } from "../tree/expressions.js";
import type { Context } from "./context.js";
import { emitExpression } from "./expression.js";

/** A name that a pattern binds, and the value it gets. */
export interface Capture {
  readonly pattern: py.Pattern;
  readonly name: Expression;
  readonly value: Expression;
}

/** Emits one pattern: tests in the order in which Python makes them, and the names it binds once all of them hold. */
export class PatternEmitter {
  private readonly cx: Context;
  private readonly bound: Capture[] = [];

  constructor(cx: Context) {
    this.cx = cx;
  }

  /** The names to bind, with their values; to be asked after {@link tests}. */
  captures(): readonly Capture[] {
    return this.bound;
  }

  /** The conditions under which the subject matches; none if it always does. */
  tests(pattern: py.Pattern, subject: Expression): Expression[] {
    switch (pattern.type) {
      case "MatchValue":
        return [this.equal(subject, pattern.value)];
      case "MatchSingleton":
        return [b.binary("===", subject, b.keyword(pattern.value === null ? "null" : pattern.value ? "true" : "false"))];
      case "MatchSequence":
        return this.sequence(pattern, subject);
      case "MatchMapping":
        return this.mapping(pattern, subject);
      case "MatchClass":
        return this.class(pattern, subject);
      case "MatchStar":
        if (pattern.name !== null) this.bind(pattern, pattern.name, subject);
        return [];
      case "MatchAs": {
        const inner = pattern.pattern === null ? [] : this.tests(pattern.pattern, subject);
        if (pattern.name !== null) this.bind(pattern, pattern.name, subject);
        return inner;
      }
      case "MatchOr":
        return this.alternatives(pattern, subject);
    }
  }

  private equal(subject: Expression, value: py.Expr): Expression {
    const test = this.cx.callHelper("eq", [subject, emitExpression(value, this.cx)], value);
    return this.cx.inference.facts.comparesToBool ? test : this.cx.callHelper("truth", [test]);
  }

  private sequence(pattern: py.MatchSequence, subject: Expression): Expression[] {
    if (pattern.patterns.length === 0)
      return [b.binary("!==", this.cx.callHelper("matchSequence", [subject, b.number(0)]), b.keyword("undefined"))];
    const star = pattern.patterns.findIndex((part) => part.type === "MatchStar");
    const count = pattern.patterns.length - (star < 0 ? 0 : 1);
    const [items, test] = this.parts("matchSequence", [subject, b.number(count), ...(star < 0 ? [] : [b.keyword("true")])]);
    const after = pattern.patterns.length - star - 1;
    const tests = pattern.patterns.flatMap((part, index) => {
      if (part.type === "MatchStar")
        return this.tests(part, b.call(b.member(items, "slice"), after === 0 ? [b.number(star)] : [b.number(star), b.number(-after)]));
      const fromEnd = star >= 0 && index > star;
      const item = fromEnd ? b.call(b.member(items, "at"), [b.number(index - pattern.patterns.length)]) : this.item(items, index);
      return this.tests(part, item);
    });
    return [test, ...tests];
  }

  private mapping(pattern: py.MatchMapping, subject: Expression): Expression[] {
    const keys = b.array(pattern.keys.map((key) => emitExpression(key, this.cx)));
    const [values, test] = this.parts("matchMapping", [subject, keys, ...(pattern.rest === null ? [] : [b.keyword("true")])]);
    const tests = pattern.patterns.flatMap((part, index) => this.tests(part, this.item(values, index)));
    if (pattern.rest !== null) this.bind(pattern, pattern.rest, this.item(values, pattern.keys.length));
    return [test, ...tests];
  }

  private class(pattern: py.MatchClass, subject: Expression): Expression[] {
    const parts = [...pattern.patterns, ...pattern.kwd_patterns];
    const cls = emitExpression(pattern.cls, this.cx);
    if (parts.length === 0) return [this.cx.callHelper("isinstance", [subject, cls], pattern.cls)];
    const names = b.array(pattern.kwd_attrs.map((name) => b.text(name)));
    const [values, test] = this.parts("matchClass", [subject, cls, b.number(pattern.patterns.length), names]);
    return [test, ...parts.flatMap((part, index) => this.tests(part, this.item(values, index)))];
  }

  /** One of several patterns; they bind the same names, so each goes through variables of its own until one has matched. */
  private alternatives(pattern: py.MatchOr, subject: Expression): Expression[] {
    const holders = new Map<string, { readonly holder: Expression }>();
    const tests = pattern.patterns.map((part) => {
      const inner = new PatternEmitter(this.cx);
      const own = inner.tests(part, subject);
      const kept = inner.bound.map(({ pattern: node, name, value }) => {
        const key = name.kind === "name" ? name.name : "";
        let entry = holders.get(key);
        if (entry === undefined) {
          entry = { holder: this.cx.temporary() };
          holders.set(key, entry);
          this.bound.push({ pattern: node, name, value: entry.holder });
        }
        return b.binary(",", b.assign(entry.holder, value), b.keyword("true"));
      });
      return [...own, ...kept].reduce<Expression>(
        (left, right) => (left.kind === "keyword" ? right : b.binary("&&", left, right)),
        b.keyword("true"),
      );
    });
    return [tests.reduce((left, right) => b.binary("||", left, right))];
  }

  /** A variable for the parts that a helper finds, and the test that it found them. */
  private parts(helper: string, args: readonly Expression[]): [Expression, Expression] {
    const holder = this.cx.temporary();
    return [holder, b.binary("!==", b.assign(holder, this.cx.callHelper(helper, args)), b.keyword("undefined"))];
  }

  private item(items: Expression, index: number): Expression {
    return { kind: "index", object: items, key: b.number(index) };
  }

  private bind(pattern: py.Pattern, name: string, value: Expression): void {
    const variable = this.cx.program.variableOf.get(pattern);
    this.bound.push({ pattern, name: b.name(identifier(variable?.name ?? name)), value });
  }
}
