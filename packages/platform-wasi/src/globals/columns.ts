/** What a line may hold, as Node counts it. */
export interface LineLimits {
  /** Characters in a line. */
  readonly width: number;
  /** Spaces before the entries. */
  readonly indentation: number;
}

const SEPARATOR = ", ".length;
/** A character is about two and a half times as high as it is wide; it makes the block look square. */
const CHARACTER_RATIO = 2.5;
/** Members are counted as this much narrower than their cell, so that short ones get more columns. */
const BIAS = 3;
const MOST_COLUMNS = 12;

/**
 * Puts the entries of a long array into columns, as Node's `console.log` does: numbers to the right, all else to the
 * left. Gives the entries back as they are when columns would not help: too few in a row, or lengths too uneven.
 *
 * @param entries the printed members
 * @param rest printed after them on a line of its own ("... 3 more items"), if anything
 * @param numeric whether every member is a number
 */
export function inColumns(entries: readonly string[], rest: readonly string[], numeric: boolean, limits: LineLimits): string[] {
  const unchanged = [...entries, ...rest];
  const longest = Math.max(...entries.map((entry) => entry.length));
  const total = entries.reduce((sum, entry) => sum + entry.length + SEPARATOR, 0);
  const cell = longest + SEPARATOR;
  const even = total / cell > 5 || longest <= 6;
  if (cell * 3 + limits.indentation >= limits.width || !even) return unchanged;

  const typical = Math.max(cell - BIAS - Math.sqrt(cell - total / unchanged.length), 1);
  const count = Math.min(
    Math.round(Math.sqrt(CHARACTER_RATIO * typical * entries.length) / typical),
    Math.floor((limits.width - limits.indentation) / cell),
    MOST_COLUMNS,
  );
  if (count <= 1) return unchanged;

  const widths = Array.from({ length: count }, (_unused, column) => {
    let width = 0;
    for (let i = column; i < entries.length; i += count) width = Math.max(width, entries[i]?.length ?? 0);
    return width;
  });
  const rows: string[] = [];
  for (let start = 0; start < entries.length; start += count) {
    const row = entries.slice(start, start + count);
    rows.push(
      row
        .map((entry, column) => {
          const last = column === row.length - 1;
          const width = widths[column] ?? 0;
          if (numeric) return entry.padStart(width) + (last ? "" : ", ");
          return last ? entry : `${entry}, `.padEnd(width + SEPARATOR);
        })
        .join(""),
    );
  }
  return [...rows, ...rest];
}
