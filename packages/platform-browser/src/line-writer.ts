/** Makes lines of text that comes in pieces, for a console that ends each of its messages with a line break. */
export class LineWriter {
  readonly #print: (line: string) => void;
  #rest = "";

  /** @param print takes one or more whole lines, without the last line break */
  constructor(print: (line: string) => void) {
    this.#print = print;
  }

  /** Prints what `text` completes; several lines at once are one message. */
  write(text: string): void {
    const end = text.lastIndexOf("\n");
    if (end < 0) {
      this.#rest += text;
      return;
    }
    const lines = this.#rest + text.slice(0, end);
    this.#rest = text.slice(end + 1);
    this.#print(lines);
  }

  /** Prints a line that has not ended. */
  flush(): void {
    const rest = this.#rest;
    this.#rest = "";
    if (rest !== "") this.#print(rest);
  }
}
