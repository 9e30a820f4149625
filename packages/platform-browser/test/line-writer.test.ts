import { expect, test } from "vitest";
import { LineWriter } from "../src/line-writer.js";

function printed(pieces: readonly string[], flush = false): string[] {
  const lines: string[] = [];
  const writer = new LineWriter((line) => lines.push(line));
  for (const piece of pieces) writer.write(piece);
  if (flush) {
    writer.flush();
    writer.flush();
  }
  return lines;
}

test.each([
  [["a\n"], ["a"]],
  [["a", "b", "\n", "c"], ["ab"]],
  [["a\nb\nc"], ["a\nb"]],
  [
    ["\n", "\n\n"],
    ["", "\n"],
  ],
  [[""], []],
])("LineWriter.write() makes lines of %j", (pieces, lines) => {
  expect(printed(pieces)).toEqual(lines);
});

test("LineWriter.flush() prints a line that has not ended, once", () => {
  expect(printed(["a\nb"], true)).toEqual(["a", "b"]);
  expect(printed(["a\n"], true)).toEqual(["a"]);
});
