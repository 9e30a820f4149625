import type { Platform, ProgramHost } from "@portalis/runtime";

/** A platform whose clock moves only when nothing is ready: then it jumps to the next deadline. What a program prints is kept. */
export class VirtualPlatform implements Platform {
  readonly name = "virtual";
  readonly capabilities = { threads: false, network: false, fileSystem: false, signals: false, ownsLoop: true };
  readonly slice: number = Infinity;
  time = 0;
  stdout = "";
  stderr = "";
  #timer: object | undefined = undefined;

  readonly program: ProgramHost = {
    write: (stream, text) => {
      this[stream] += text;
    },
    exit: (code) => {
      throw new Error(`exit ${code}`);
    },
    args: () => [],
    env: () => ({}),
  };

  now(): number {
    return this.time;
  }

  defer(turn: () => void): void {
    setImmediate(turn);
  }

  setTimer(at: number, wake: () => void): void {
    const timer = {};
    this.#timer = timer;
    setImmediate(() => {
      if (this.#timer !== timer) return;
      this.#timer = undefined;
      this.time = Math.max(this.time, at);
      wake();
    });
  }

  clearTimer(): void {
    this.#timer = undefined;
  }
}
