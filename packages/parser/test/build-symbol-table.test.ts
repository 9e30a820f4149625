import { describe, expect, test } from "vitest";
import { buildSymbolTable, parse, type Scope } from "../src/index.js";

/** A scope as `kind name { name: resolution }`, its children indented below it. */
function outline(scope: Scope, depth = 0): string[] {
  const symbols = [...scope.symbols.values()].map((symbol) => `${symbol.name}: ${symbol.scope}`).sort();
  return [
    `${"  ".repeat(depth)}${scope.kind} ${scope.name} {${symbols.join(", ")}}`,
    ...scope.children.flatMap((child) => outline(child, depth + 1)),
  ];
}

const table = (source: string): Scope => buildSymbolTable(parse(source)).top;

describe("buildSymbolTable resolves names", () => {
  test("locals, cells, free names and globals", () => {
    expect(
      outline(
        table(`
x = 1
def f(a, b):
    global y
    def g():
        nonlocal b
        b = a + x + len(y)
    y = g
`),
      ),
    ).toEqual([
      "module top {f: local, x: local, y: global_explicit}",
      "  function f {a: cell, b: cell, g: local, y: global_explicit}",
      "    function g {a: free, b: free, len: global_implicit, x: global_implicit, y: global_implicit}",
    ]);
  });

  test("a class hides its names from its methods, and super() needs __class__", () => {
    expect(
      outline(
        table(`
def f():
    x = 1
    class C:
        x = x
        def m(self): return x, super().m()
`),
      ).slice(1),
    ).toEqual([
      "  function f {C: local, x: cell}",
      "    class C {m: local, x: local}",
      "      function m {__class__: free, self: local, super: global_implicit, x: free}",
    ]);
  });

  test("a free name passes through the functions between", () => {
    expect(outline(table("def f(x):\n  def g():\n    def h(): return x\n")).slice(2)).toEqual([
      "    function g {h: local, x: free}",
      "      function h {x: free}",
    ]);
  });

  test("comprehensions have scopes, their first iterable is outside, := binds outside", () => {
    expect(outline(table("def f(a):\n  return [(y := x) for x in a if (lambda: x)()]\n")).slice(1)).toEqual([
      "  function f {a: local, y: cell}",
      "    comprehension listcomp {x: cell, y: free}",
      "      lambda lambda {x: free}",
    ]);
  });

  test("type parameters have a scope around the function or class", () => {
    expect(outline(table("def f[T: int](x: T): return T\ntype A[U] = U\n"))).toEqual([
      "module top {A: local, f: local}",
      "  type_params f {T: cell, int: global_implicit}".replace(", int: global_implicit", ""),
      "    type_variable T {int: global_implicit}",
      "    function f {T: free, x: local}",
      "  type_params A {U: cell}",
      "    type_alias A {U: free}",
    ]);
  });

  test("private names are mangled", () => {
    expect(outline(table("class _A:\n  __x = 1\n  def f(self, __y): return __x, __z__\n")).slice(1)).toEqual([
      "  class _A {_A__x: local, f: local}",
      "    function f {_A__x: global_implicit, _A__y: local, __z__: global_implicit, self: local}",
    ]);
  });

  test("what is known about names and scopes", () => {
    const top = table("import a.b as c, d.e\nx: int\nasync def f(*args, **kw):\n  yield args\n");
    expect(top.symbols.get("c")).toMatchObject({ isImported: true, isAssigned: true, isReferenced: false });
    expect(top.symbols.has("d")).toBe(true);
    expect(top.symbols.get("x")).toMatchObject({ isAnnotated: true });
    expect(top.children[0]).toMatchObject({
      isGenerator: true,
      isCoroutine: true,
      hasVarargs: true,
      hasVarkeywords: true,
      isNested: false,
    });
    expect(top.children[0]?.symbols.get("args")).toMatchObject({ isParameter: true, isReferenced: true });
  });

  test("scopeOf gives the scope that a node opens", () => {
    const tree = parse("def f[T]():\n  return lambda: [x for x in y]\n");
    const result = buildSymbolTable(tree);
    const [node] = tree.body;
    expect(result.scopeOf(tree)).toBe(result.top);
    expect(node === undefined ? undefined : result.scopeOf(node)?.kind).toBe("function");
  });

  test("annotations use no names under the future import", () => {
    expect(outline(table("from __future__ import annotations\ndef f(x: A) -> B: y: C\n"))).toEqual([
      "module top {annotations: local, f: local}",
      "  function f {x: local, y: local}",
    ]);
  });

  test("long sums and elif chains do not nest; what nests too deep is an error", () => {
    expect(table(`x = ${"a + ".repeat(20_000)}b`).symbols.size).toBe(3);
    expect(table(`if a: b\n${"elif a: b\n".repeat(20_000)}`).symbols.size).toBe(2);
    expect(() => table(`x = a${".b".repeat(20_000)}`)).toThrow("too many nested expressions or blocks");
  });
});
