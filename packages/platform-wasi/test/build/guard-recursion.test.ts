// What the guards do is seen by running them.
/* eslint "@typescript-eslint/no-implied-eval": "off" */
import { describe, expect, test } from "vitest";
import { guardRecursion } from "../../src/build/guard-recursion.js";

/** Guards `code` and gives the value of its variable `result`. */
async function evaluate(code: string): Promise<unknown> {
  return new Function(`${await guardRecursion(code)}\nreturn result;`)() as unknown;
}

const CATCH = "const caught = (f) => { try { return f(); } catch (error) { return `${error}`; } };\n";
const TOO_DEEP = "RangeError: Maximum call stack size exceeded";

describe("guardRecursion()", () => {
  test.each([
    ["a function", "function f(n) { return f(n + 1); }"],
    ["a function expression", "const f = function (n) { return f(n + 1); };"],
    ["an arrow function", "const f = (n) => f(n + 1);"],
    ["an arrow function that gives an object", "const f = (n) => ({ n: f(n + 1) });"],
    ["an arrow function with defaults that hold arrows", "const f = (n = () => 1) => /* => */ (f(n));"],
    ["a method", "const o = { f() { return this.f(); } }; const f = () => o.f();"],
    ["a constructor", "class C { constructor() { this.inner = new C(); } } const f = () => new C();"],
    [
      "a constructor of a subclass",
      "class A {} class C extends A { constructor() { super(); this.inner = new C(); } } const f = () => new C();",
    ],
    ["a getter", "const o = { get f() { return String(o.f); } }; const f = () => o.f;"],
    ["two functions that call each other", "const f = () => g(); function g() { return f(); }"],
    ["a tagged template", "function f() { return f`x`; }"],
  ])("makes endless recursion an error that can be caught: %s", async (_name, code) => {
    expect(await evaluate(`${CATCH}${code}\nconst result = caught(() => f(0));`)).toBe(TOO_DEEP);
  });

  test("lets a thousand calls nest, again and again, after errors too", async () => {
    const code = `${CATCH}
      function depth(n) { return n === 0 ? 0 : 1 + depth(n - 1); }
      function thrower(n) { if (n === 0) throw new Error("deep"); thrower(n - 1); }
      const result = [depth(990), caught(() => depth(1_200)), caught(() => thrower(500)), depth(990)];`;
    expect(await evaluate(code)).toEqual([990, TOO_DEEP, "Error: deep", 990]);
  });

  test("changes no result: this, arguments, new.target, labels, early returns", async () => {
    const code = `
      const id = (x) => x;
      function f() { return [arguments.length, new.target === undefined, id(this?.k)]; }
      function g(x) { outer: for (const a of [1, 2]) for (const b of [1, 2]) { if (id(a) === x) continue outer; if (b === 2) return [a, b]; } }
      const async = async () => id(1);
      function* gen() { yield id(1); return id(2); }
      const result = [f.call({ k: 7 }, 1, 2), g(1), [...gen()], async() instanceof Promise, ((a, b = id(2)) => [a, b])(1)];`;
    expect(await evaluate(code)).toEqual([[2, true, 7], [2, 2], [1], true, [1, 2]]);
  });

  test("leaves alone what cannot nest: functions that call nothing, generators, async functions", async () => {
    const code = "const add = (a, b) => a + b;\nfunction* g() { yield* g(); }\nasync function f() { await f(); }\n";
    expect(await guardRecursion(code)).toBe(code);
  });

  test("keeps every line where it is, and a first line that is for the system", async () => {
    const code = "#!/usr/bin/env node\n// comment\nimport { x } from 'y';\nconst f = () => x(\n  1,\n);\nfunction g() {\n  f();\n}\n";
    const guarded = await guardRecursion(code);
    const lines = guarded.split("\n");
    expect(lines.length).toBe(code.split("\n").length);
    expect(lines[0]).toBe("#!/usr/bin/env node");
    expect(lines[7]).toBe("  f();");
  });
});
