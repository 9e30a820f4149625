import { translate } from "@portalis/translator";
import { describe, expect, test } from "vitest";

describe("translate()", () => {
  test("refuses what is nested too deeply instead of overflowing the stack", () => {
    for (const source of [
      `x = ${"-".repeat(5000)}1\n`,
      `x = ${"(".repeat(90)}1${")".repeat(90)}\n`,
      `x = ${"a.".repeat(3000)}b\n`,
      `x = ${"1 + ".repeat(3000)}1\n`,
    ]) {
      for (const { category } of translate(source).diagnostics) expect(["unsupported", "syntax"]).toContain(category);
    }
    expect(translate(`x = ${"a.".repeat(3000)}b\n`).diagnostics).toHaveLength(1);
  });

  test("lets no text of the program become code", () => {
    const hostile = ["`${process.exit(1)}`", '"; process.exit(1); "', "*/ process.exit(1) /*", "</script>", "\u2028", "\\"];
    for (const text of hostile) {
      const { code } = translate(`def f(x):\n    ${JSON.stringify(text)}\n    return f"{x}" ${JSON.stringify(text)}\n`);
      const outside = code.replace(/"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\*[\s\S]*?\*\//g, "");
      expect(outside).not.toContain("process");
    }
  });

  test("gives what the caller has to know about the program", () => {
    const { imports, stats, map } = translate("import asyncio\nasyncio.run(asyncio.sleep(0))\n", { filename: "p.py" });
    expect(imports).toEqual(["@portalis/asyncio", "@portalis/python"]);
    expect(stats.pythonLines).toBe(2);
    expect(map?.sources).toEqual(["p.py"]);
  });

  test("refuses what CPython's compiler refuses", () => {
    expect(translate("return 1\n").diagnostics[0]?.message).toBe("SyntaxError: 'return' outside function");
  });

  test("imports helpers under another name when the program has that name", () => {
    const { code } = translate("def add(a, b):\n    return a + b\n");
    expect(code).toContain("add as $add");
    expect(code).toContain("return $add(a, b);");
  });

  test("does not believe annotations", () => {
    expect(translate("def f(x: int):\n    return x + 1\n").code).toContain("f(x: Py): Py");
  });

  test("uses JavaScript's operators where both sides are proven ints", () => {
    expect(translate("def f():\n    for i in range(3):\n        if i < 2:\n            print(i)\n").code).toContain("if (i < 2)");
  });
});
