import { translate } from "@portalis/translator";
import { expect, test } from "vitest";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** The segments of a map: output line and column, source line and column, all from 0. */
function decode(mappings: string): [number, number, number, number][] {
  const found: [number, number, number, number][] = [];
  let [sourceLine, sourceColumn] = [0, 0];
  mappings.split(";").forEach((line, outputLine) => {
    let outputColumn = 0;
    for (const segment of line.split(",").filter((text) => text !== "")) {
      const [column = 0, , lines = 0, columns = 0] = numbers(segment);
      outputColumn += column;
      sourceLine += lines;
      sourceColumn += columns;
      found.push([outputLine, outputColumn, sourceLine, sourceColumn]);
    }
  });
  return found;
}

function numbers(segment: string): number[] {
  const found: number[] = [];
  let [value, shift] = [0, 0];
  for (const digit of segment) {
    const bits = digits.indexOf(digit);
    value |= (bits & 31) << shift;
    shift += 5;
    if (bits & 32) continue;
    found.push(value & 1 ? -(value >> 1) : value >> 1);
    [value, shift] = [0, 0];
  }
  return found;
}

test("sourceMap() leads from the emitted statement to the Python statement", () => {
  const source = "def f(x):\n    y = x * 2\n    raise ValueError(y)\n";
  const { code, map } = translate(source, { filename: "f.py" });
  const lines = code.split("\n");
  const places = decode(map?.mappings ?? "");
  for (const [text, line] of [
    ["function f", 0],
    ["const y", 1],
    ["throw new ValueError", 2],
  ] as const) {
    const outputLine = lines.findIndex((candidate) => candidate.includes(text));
    expect(places.some(([at, , sourceLine]) => at === outputLine && sourceLine === line)).toBe(true);
  }
});
