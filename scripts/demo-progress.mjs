/** One line on a terminal that says what is being done; nothing where the output is no terminal. */
export class Progress {
  #total;
  #done = 0;
  #running = new Set();
  #shown = process.stderr.isTTY === true;

  /** @param {number} total how much there is to do */
  constructor(total) {
    this.#total = total;
  }

  /** @param {string} what is being done from now on */
  start(what) {
    this.#running.add(what);
    this.#show();
  }

  /** @param {string} what has been done */
  end(what) {
    this.#running.delete(what);
    this.#done++;
    this.#show();
  }

  /** Removes the line. */
  clear() {
    if (this.#shown) process.stderr.write("\r\u001b[2K");
  }

  #show() {
    if (!this.#shown) return;
    const line = `${this.#done} of ${this.#total} done, running: ${[...this.#running].join(", ")}`;
    process.stderr.write(`\r\u001b[2K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
  }
}
