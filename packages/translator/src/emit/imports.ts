import { identifier } from "../names.js";
import * as b from "../tree/build.js";
import type { Expression } from "../tree/expressions.js";
import type { ImportSpecifier, Statement } from "../tree/statements.js";
import { namedType, type TypeNode } from "../tree/types.js";

const python = "@portalis/python";
const asyncio = "@portalis/asyncio";

/** What the emitted module imports; names that the program uses itself are imported under another one. */
export class Imports {
  private readonly values = new Set<string>();
  private readonly types = new Set<string>();
  private usesAsyncio = false;
  private readonly taken: ReadonlySet<string>;

  constructor(taken: ReadonlySet<string>) {
    this.taken = taken;
  }

  /** A function, class or module of `@portalis/python`. */
  value(name: string): Expression {
    this.values.add(name);
    return b.name(this.alias(name));
  }

  /** A type of `@portalis/python`. */
  type(name: string, ...typeArguments: TypeNode[]): TypeNode {
    this.types.add(name);
    return namedType(this.alias(name), ...typeArguments);
  }

  /** The namespace of a module of the library. */
  module(name: string): Expression {
    if (name !== "asyncio") return this.value(identifier(name));
    this.usesAsyncio = true;
    return b.name(this.alias(name));
  }

  /** A class of a module of the library as a type: `asyncio.Queue`. */
  moduleType(name: string): TypeNode {
    const dot = name.indexOf(".");
    const module = this.module(name.slice(0, dot));
    return namedType(`${module.kind === "name" ? module.name : ""}.${name.slice(dot + 1)}`);
  }

  /** Whether the program uses a name itself. */
  isTaken(name: string): boolean {
    return this.taken.has(name);
  }

  /** The import statements of the module. */
  statements(): Statement[] {
    const statements: Statement[] = [];
    if (this.usesAsyncio) statements.push({ kind: "import", module: asyncio, namespace: this.alias("asyncio"), names: [] });
    const names: ImportSpecifier[] = [
      ...[...this.types].filter((name) => !this.values.has(name)).map((name) => ({ name, alias: this.alias(name), typeOnly: true })),
      ...[...this.values].map((name) => ({ name, alias: this.alias(name), typeOnly: false })),
    ];
    names.sort((a, c) => (a.name < c.name ? -1 : 1));
    if (names.length > 0) statements.push({ kind: "import", module: python, namespace: undefined, names });
    return statements;
  }

  private alias(name: string): string {
    return this.taken.has(name) ? `$${name}` : name;
  }
}
