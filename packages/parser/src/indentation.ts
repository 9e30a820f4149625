/** CPython's limit. */
const MAX_INDENTATION = 100;

/**
 * The columns of the blocks that are open.
 *
 * As in CPython each has two columns: one with tab stops every eight columns and one where a tab counts as one. A line
 * for which the two disagree about the order of blocks mixes tabs and spaces inconsistently.
 */
export class IndentationStack {
  readonly #columns: number[] = [0];
  readonly #alternatives: number[] = [0];

  /**
   * Moves to a line that begins at `column`.
   *
   * @returns 1 for a new block, 0 for the same one, -n when n blocks end, or what is wrong
   */
  enter(column: number, alternative: number): number | "inconsistent" | "mismatch" | "deep" {
    const columns = this.#columns;
    const alternatives = this.#alternatives;
    const current = columns.at(-1) as number;
    if (column === current) return alternative === alternatives.at(-1) ? 0 : "inconsistent";
    if (column > current) {
      if (columns.length >= MAX_INDENTATION) return "deep";
      if (alternative <= (alternatives.at(-1) as number)) return "inconsistent";
      columns.push(column);
      alternatives.push(alternative);
      return 1;
    }
    let change = 0;
    while (columns.length > 1 && column < (columns.at(-1) as number)) {
      columns.pop();
      alternatives.pop();
      change--;
    }
    if (column !== columns.at(-1)) return "mismatch";
    return alternative === alternatives.at(-1) ? change : "inconsistent";
  }

  /** Ends every block and says how many there were. */
  close(): number {
    const count = this.#columns.length - 1;
    this.#columns.length = 1;
    this.#alternatives.length = 1;
    return count;
  }
}
