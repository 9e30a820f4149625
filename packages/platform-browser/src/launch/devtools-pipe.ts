import type { Readable, Writable } from "node:stream";
import { BrowserCommandError } from "./browser-command-error.js";

const END_OF_MESSAGE = "\0";

interface Answer {
  readonly id?: number;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
  readonly method?: string;
  readonly params?: unknown;
}

interface Call {
  readonly method: string;
  resolve(result: unknown): void;
  reject(error: BrowserCommandError): void;
}

/**
 * Speaks the Chrome DevTools Protocol over the two pipes of `--remote-debugging-pipe`: JSON messages, each ended by a
 * NUL character. Only what belongs to the browser as a whole; there are no sessions for single pages.
 */
export class DevtoolsPipe {
  readonly #commands: Writable;
  readonly #calls = new Map<number, Call>();
  readonly #listeners = new Map<string, Set<(params: unknown) => void>>();
  #lastId = 0;
  #ended = false;
  #rest = "";

  /**
   * @param commands what the browser reads
   * @param answers what the browser writes
   */
  constructor(commands: Writable, answers: Readable) {
    this.#commands = commands;
    answers.setEncoding("utf8");
    answers.on("data", (text: string) => {
      this.#read(text);
    });
    answers.once("close", () => {
      this.#end();
    });
    commands.once("error", () => {
      this.#end();
    });
  }

  /**
   * Calls a method of the protocol.
   *
   * @throws BrowserCommandError when the browser refuses, or ends before it answers
   */
  async call(method: string, params: object = {}): Promise<unknown> {
    if (this.#ended) throw new BrowserCommandError(method, "the browser has ended");
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#calls.set(id, { method, resolve, reject });
      this.#commands.write(JSON.stringify({ id, method, params }) + END_OF_MESSAGE);
    });
  }

  /** Calls `listener` at each event of that name, until what it returns is disposed. */
  on(event: string, listener: (params: unknown) => void): Disposable {
    const listeners = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, listeners.add(listener));
    return {
      [Symbol.dispose]() {
        listeners.delete(listener);
      },
    };
  }

  #read(text: string): void {
    const messages = (this.#rest + text).split(END_OF_MESSAGE);
    this.#rest = messages.pop() ?? "";
    for (const message of messages) this.#take(JSON.parse(message) as Answer);
  }

  #take({ id, result, error, method, params }: Answer): void {
    if (id === undefined) {
      for (const listener of this.#listeners.get(method ?? "") ?? []) listener(params);
      return;
    }
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    if (error === undefined) call?.resolve(result);
    else call?.reject(new BrowserCommandError(call.method, error.message));
  }

  #end(): void {
    this.#ended = true;
    for (const call of this.#calls.values()) call.reject(new BrowserCommandError(call.method, "the browser has ended"));
    this.#calls.clear();
  }
}
