import type { Node } from "./ast.js";
import { constantRepr } from "./constant-repr.js";
import { nodeFields } from "./node-fields.js";
import { stringRepr } from "./python-repr.js";
import { utf8Length } from "./utf8.js";

/** What {@link dump} prints. */
export interface DumpOptions {
  /** Also prints the positions. Default false. */
  readonly include_attributes?: boolean;
  /** Spaces per level, or the text of one level; null, the default, prints one line. */
  readonly indent?: number | string | null;
  /**
   * The text that was parsed (without a byte order mark), from which columns are counted in UTF-8 bytes as CPython counts
   * them. Without it they are printed in UTF-16 units, the same number on an ASCII line.
   */
  readonly source?: string;
}

/** A printed value, and whether it is simple: no node with arguments. */
type Printed = readonly [text: string, simple: boolean];

/**
 * Prints a tree exactly as CPython 3.13's `ast.dump` does, empty fields left out.
 *
 * @example
 * ```ts
 * import { dump, parse } from "@portalis/parser";
 *
 * console.log(dump(parse("x", { mode: "eval" })));
 * // Expression(body=Name(id='x', ctx=Load()))
 * ```
 */
export function dump(node: Node, options: DumpOptions = {}): string {
  return new Dumper(options).node(node, 0)[0];
}

class Dumper {
  readonly #attributes: boolean;
  readonly #indent: string | undefined;
  readonly #lines: readonly string[];

  constructor(options: DumpOptions) {
    const { indent } = options;
    this.#attributes = options.include_attributes ?? false;
    this.#indent = typeof indent === "number" ? " ".repeat(indent) : (indent ?? undefined);
    // On an ASCII line both kinds of column are the same.
    const isAscii = options.source === undefined || utf8Length(options.source) === options.source.length;
    this.#lines = isAscii ? [] : (options.source ?? "").split(/\r\n?|\n/);
  }

  node(node: Node, outerLevel: number): Printed {
    const level = outerLevel + 1;
    const parts: string[] = [];
    let allSimple = true;
    for (const field of nodeFields[node.type]) {
      const value = (node as unknown as Readonly<Record<string, unknown>>)[field];
      const isLiteral = field === "value" && (node.type === "Constant" || node.type === "MatchSingleton");
      if (!isLiteral && (value === null || (Array.isArray(value) && value.length === 0))) continue;
      const [text, simple] = node.type === "Constant" && isLiteral ? [constantRepr(node), true] : this.#value(value, field, level);
      allSimple &&= simple;
      parts.push(`${field === "exc_type" ? "type" : field}=${text}`);
    }
    if (this.#attributes && "lineno" in node) {
      const { lineno, col_offset, end_lineno, end_col_offset } = node;
      parts.push(`lineno=${lineno}`, `col_offset=${this.#column(lineno, col_offset)}`);
      parts.push(`end_lineno=${end_lineno}`, `end_col_offset=${this.#column(end_lineno, end_col_offset)}`);
    }
    if (allSimple && parts.length <= 3) return [`${node.type}(${parts.join(", ")})`, parts.length === 0];
    return [`${node.type}(${this.#lineBreak(level)}${parts.join(this.#separator(level))})`, false];
  }

  #value(value: unknown, field: string, level: number): Printed {
    if (Array.isArray(value)) {
      const items = value.map((item) => this.#value(item, field, level + 1)[0]);
      return [`[${this.#lineBreak(level + 1)}${items.join(this.#separator(level + 1))}]`, false];
    }
    if (value === null) return ["None", true];
    if (typeof value === "object") return this.node(value as Node, level);
    if (typeof value === "boolean") return [value ? "True" : "False", true];
    // Nodes without data are strings here: operators and contexts.
    if (typeof value === "string") return [operatorFields.has(field) ? `${value}()` : stringRepr(value), true];
    return [`${value as number}`, true];
  }

  #column(lineno: number, column: number): number {
    const before = this.#lines[lineno - 1]?.slice(0, column);
    return before === undefined ? column : column + utf8Length(before) - before.length;
  }

  #lineBreak(level: number): string {
    return this.#indent === undefined ? "" : `\n${this.#indent.repeat(level)}`;
  }

  #separator(level: number): string {
    return this.#indent === undefined ? ", " : `,\n${this.#indent.repeat(level)}`;
  }
}

const operatorFields: ReadonlySet<string> = new Set(["ctx", "op", "ops"]);
