import { styleText } from "node:util";

/** Prints the table of the demo: program, platform, whether the output is CPython's, time. */
export function printTable(results) {
  const rows = results.map(({ program, platform, same, text, time }) => ({
    cells: [program, platform, text, time === undefined ? "" : `${(time / 1000).toFixed(1)} s`],
    same,
  }));
  const head = ["program", "platform", "output", "time"];
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map(({ cells }) => cells[column].length)));
  const line = (cells, style = (text) => text) =>
    cells
      .map((cell, column) => (column === 2 ? style(cell.padEnd(widths[column])) : cell.padEnd(widths[column])))
      .join("  ")
      .trimEnd();
  console.log(line(head));
  console.log(widths.map((width) => "-".repeat(width)).join("  "));
  for (const { cells, same } of rows) console.log(line(cells, paint(same ? "green" : "red")));
}

function paint(colour) {
  return process.stdout.isTTY ? (text) => styleText(colour, text) : undefined;
}
