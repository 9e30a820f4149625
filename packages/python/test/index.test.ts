import { expect, test } from "vitest";
import * as py from "../src/index.js";
const { F, T, D, S, add, repr, str, fmt, f, eq, getitem, mul, truediv, call, callKw, invoke, getattr, def, classDef, PyObject } = py;

test("the index: values, calls and texts work together", () => {
  expect(repr([1, F(2), "x", null, T(1), D(["a", true]), S(3, 1, 2)])).toBe("[1, 2.0, 'x', None, (1,), {'a': True}, {1, 2, 3}]");
  expect(repr(add(F(1), 2))).toBe("3.0");
  expect(str(truediv(6, 3))).toBe("2.0");
  expect(fmt(3.14159, ">8.2f")).toBe("    3.14");
  expect(f`${null} ${F(2)}`).toBe("None 2.0");
  expect(eq(T(1, 2), T(F(1), true))).toBe(false);
  expect(getitem("abc", -1)).toBe("c");
  expect(repr(mul([1], 3))).toBe("[1, 1, 1]");
  class P extends PyObject {
    declare x: any;
    static count: any = 3;
    override __init__(x: any): void {
      this.x = x;
    }
    get(y: any = 1): any {
      return add(this.x, y);
    }
  }
  classDef(P, "P", { __init__: "(x)", get: "(y=)", count: "attribute" });
  const p = call(P, 4);
  expect(invoke(p, "get", 2)).toBe(6);
  expect(getattr(p, "count")).toBe(3);
  expect(getattr(p, "get")()).toBe(5);
  expect(() => call(P)).toThrow("P.__init__() missing 1 required positional argument: 'x'");
  const g = def((a: any, b: any = 2) => [a, b], "g", "(a, b=)");
  expect(callKw(g, [1], { b: 5 })).toEqual([1, 5]);
  expect(() => call(g)).toThrow("g() missing 1 required positional argument: 'a'");
  expect(repr(new py.ValueError("boom"))).toBe("ValueError('boom')");
  expect(str(new py.KeyError("k"))).toBe("'k'");
  expect(invoke("a,b", "split", ",")).toEqual(["a", "b"]);
});
