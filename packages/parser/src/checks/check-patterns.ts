import type { Expr, Match, MatchClass, MatchMapping, MatchOr, MatchSequence, Pattern } from "../ast.js";
import { errorAt, type TreeSource } from "../compile-error.js";
import { constantRepr } from "../constant-repr.js";

/**
 * Checks the patterns of a `match`: that none but the last catches everything, that no name is bound twice and that the
 * alternatives of `a | b` bind the same names.
 *
 * @throws PySyntaxError
 */
export function checkPatterns(node: Match, source: TreeSource): void {
  for (const [index, { pattern, guard }] of node.cases.entries()) {
    new PatternChecker(source).pattern(pattern, guard !== null || index === node.cases.length - 1);
  }
}

class PatternChecker {
  readonly #source: TreeSource;
  #names = new Set<string>();

  constructor(source: TreeSource) {
    this.#source = source;
  }

  /** @param mayCatchAll - nothing follows that a pattern which always matches would make unreachable */
  pattern(node: Pattern, mayCatchAll: boolean): void {
    switch (node.type) {
      case "MatchValue":
        if (!isLiteral(node.value) && node.value.type !== "Attribute") {
          throw errorAt(this.#source, "patterns may only match literals and attribute lookups", node);
        }
        return;
      case "MatchSingleton":
        return;
      case "MatchAs":
        if (node.pattern === null) {
          if (!mayCatchAll) {
            const what = node.name === null ? "wildcard" : `name capture '${node.name}'`;
            throw errorAt(this.#source, `${what} makes remaining patterns unreachable`, node);
          }
        } else this.pattern(node.pattern, mayCatchAll);
        this.#bind(node.name, node);
        return;
      case "MatchStar":
        this.#bind(node.name, node);
        return;
      case "MatchOr":
        this.#or(node, mayCatchAll);
        return;
      case "MatchSequence":
        this.#sequence(node);
        return;
      case "MatchMapping":
        this.#mapping(node);
        return;
      case "MatchClass":
        this.#class(node);
    }
  }

  #bind(name: string | null, node: Pattern): void {
    if (name === null) return;
    if (name === "__debug__") throw errorAt(this.#source, "cannot assign to __debug__", node);
    if (this.#names.has(name)) throw errorAt(this.#source, `multiple assignments to name '${name}' in pattern`, node);
    this.#names.add(name);
  }

  #or(node: MatchOr, mayCatchAll: boolean): void {
    const outer = this.#names;
    let first: Set<string> | undefined;
    for (const [index, alternative] of node.patterns.entries()) {
      this.#names = new Set();
      this.pattern(alternative, mayCatchAll && index === node.patterns.length - 1);
      first ??= this.#names;
      if (first.size !== this.#names.size || [...this.#names].some((name) => first?.has(name) !== true)) {
        throw errorAt(this.#source, "alternative patterns bind different names", node);
      }
    }
    this.#names = outer;
    for (const name of first ?? []) this.#bind(name, node);
  }

  #sequence(node: MatchSequence): void {
    if (node.patterns.filter((pattern) => pattern.type === "MatchStar").length > 1) {
      throw errorAt(this.#source, "multiple starred names in sequence pattern", node);
    }
    for (const pattern of node.patterns) this.pattern(pattern, true);
  }

  #mapping(node: MatchMapping): void {
    const seen = new Set<string>();
    for (const key of node.keys) {
      if (key.type === "Attribute") continue;
      if (!isLiteral(key)) {
        throw errorAt(this.#source, "mapping pattern keys may only match literals and attribute lookups", node);
      }
      const value = keyValue(key);
      if (seen.has(value)) throw errorAt(this.#source, `mapping pattern checks duplicate key (${keyRepr(key)})`, node);
      seen.add(value);
    }
    for (const pattern of node.patterns) this.pattern(pattern, true);
    this.#bind(node.rest, node);
  }

  #class(node: MatchClass): void {
    for (const [index, name] of node.kwd_attrs.entries()) {
      const repeated = node.kwd_attrs.indexOf(name, index + 1);
      const pattern = node.kwd_patterns[repeated];
      if (pattern !== undefined) throw errorAt(this.#source, `attribute name repeated in class pattern: ${name}`, pattern);
    }
    for (const pattern of [...node.patterns, ...node.kwd_patterns]) this.pattern(pattern, true);
  }
}

/** A constant, also a negative or complex one. */
function isLiteral(node: Expr): boolean {
  return node.type === "Constant" || node.type === "UnaryOp" || node.type === "BinOp";
}

/** The real and imaginary part of a number; undefined for other literals. */
function parts(node: Expr): readonly [real: number | bigint, imaginary: number] | undefined {
  if (node.type === "UnaryOp") {
    const [real, imaginary] = parts(node.operand) ?? [0, 0];
    return [-real, -imaginary];
  }
  if (node.type === "BinOp") {
    const [real] = parts(node.left) ?? [0, 0];
    const [, imaginary] = parts(node.right) ?? [0, 0];
    return [real, node.op === "Sub" ? -imaginary : imaginary];
  }
  if (node.type !== "Constant") return undefined;
  if (node.literal === "complex") return [0, node.value];
  if (node.literal === "bool") return [node.value ? 1 : 0, 0];
  return node.literal === "int" || node.literal === "float" ? [node.value, 0] : undefined;
}

/** Equal for keys that are equal in Python: `1`, `1.0` and `True` are. */
function keyValue(node: Expr): string {
  const [real, imaginary] = parts(node) ?? [undefined, 0];
  if (real !== undefined) return `number ${String(real)} ${imaginary === 0 ? 0 : imaginary}`;
  return node.type === "Constant" ? constantRepr(node) : "";
}

function keyRepr(node: Expr): string {
  if (node.type === "Constant") return constantRepr(node);
  if (node.type === "UnaryOp" && node.operand.type === "Constant") {
    const text = constantRepr(node.operand);
    if (node.operand.literal === "complex") return `(-0-${text})`;
    return text === "0" ? "0" : `-${text}`;
  }
  return node.type === "BinOp" ? `(${keyRepr(node.left)}${node.op === "Sub" ? "-" : "+"}${keyRepr(node.right)})` : "";
}
