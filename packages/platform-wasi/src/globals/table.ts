import { inspect } from "./inspect.js";

const INDEX_TITLE = "(index)";
const VALUES_TITLE = "Values";

/**
 * The table that `console.table(rows)` prints: a row per member, a column per key of the members, one for members that
 * are no objects.
 *
 * @returns `undefined` for what is no object and so has no rows
 */
export function table(rows: unknown): string | undefined {
  if (typeof rows !== "object" || rows === null) return undefined;
  const entries: [string, unknown][] =
    rows instanceof Map
      ? [...(rows as Map<unknown, unknown>)].map(([key, value]) => [cell(key), value])
      : rows instanceof Set
        ? [...(rows as Set<unknown>)].map((value, index) => [String(index), value])
        : Object.entries(rows);
  const titles: string[] = [];
  let withValues = false;
  for (const [, row] of entries) {
    if (typeof row !== "object" || row === null) withValues = true;
    else for (const key of Object.keys(row)) if (!titles.includes(key)) titles.push(key);
  }
  const header = [INDEX_TITLE, ...titles, ...(withValues ? [VALUES_TITLE] : [])];
  const body = entries.map(([index, row]) => {
    const isObject = typeof row === "object" && row !== null;
    const cells = titles.map((key) => (isObject && Object.hasOwn(row, key) ? cell((row as Record<string, unknown>)[key]) : ""));
    return [index, ...cells, ...(withValues ? [isObject ? "" : cell(row)] : [])];
  });
  return draw(header, body);
}

/** A member in one line: small objects are shown, larger ones just named. */
function cell(value: unknown): string {
  const large = typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 2;
  return inspect(value, { depth: large ? -1 : 0, maxArrayLength: 3, breakLength: Infinity });
}

function draw(header: readonly string[], body: readonly (readonly string[])[]): string {
  const widths = header.map((title, column) => Math.max(title.length, ...body.map((row) => row[column]?.length ?? 0)) + 2);
  const line = (cells: readonly string[]): string => `│${cells.map((text, column) => ` ${text}`.padEnd(widths[column] ?? 0)).join("│")}│`;
  const rule = (left: string, middle: string, right: string): string =>
    left + widths.map((width) => "─".repeat(width)).join(middle) + right;
  return [rule("┌", "┬", "┐"), line(header), rule("├", "┼", "┤"), ...body.map(line), rule("└", "┴", "┘")].join("\n");
}
