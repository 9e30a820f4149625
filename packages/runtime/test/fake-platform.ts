import type { Capabilities, Platform, ProgramHost } from "../src/platform.js";

/** A platform whose clock stands still until a test moves it. Deferred turns and the timer run when the test says so. */
export class FakePlatform implements Platform {
  readonly name = "fake";
  readonly capabilities: Capabilities = { threads: false, network: false, fileSystem: false, signals: false, ownsLoop: true };
  slice = 1;
  time = 0;
  /** How much the clock moves each time it is read. */
  drift = 0;
  readonly deferred: (() => void)[] = [];
  timer: { at: number; wake: () => void } | undefined = undefined;
  readonly written: string[] = [];
  readonly program: ProgramHost = {
    write: (_stream, text) => void this.written.push(text),
    exit: (code) => {
      throw new Error(`exit ${code}`);
    },
    args: () => [],
    env: () => ({}),
  };

  now(): number {
    this.time += this.drift;
    return this.time;
  }

  defer(turn: () => void): void {
    this.deferred.push(turn);
  }

  setTimer(at: number, wake: () => void): void {
    this.timer = { at, wake };
  }

  clearTimer(): void {
    this.timer = undefined;
  }

  /** Lets the native timer fire now, whatever the clock says. */
  fire(): void {
    const { timer } = this;
    this.timer = undefined;
    timer?.wake();
  }

  /** Moves the clock to `time`, firing the native timer on the way whenever it is due. */
  async advanceTo(time: number): Promise<void> {
    await settle();
    while (this.timer !== undefined && this.timer.at <= time) {
      this.time = Math.max(this.time, this.timer.at);
      this.fire();
      await settle();
    }
    this.time = Math.max(this.time, time);
  }

  /** Runs the deferred turns that there are now. */
  runDeferred(): void {
    for (const turn of this.deferred.splice(0)) turn();
  }
}

/** Lets all promise jobs run. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
