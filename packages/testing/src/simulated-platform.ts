import { type Capabilities, type Platform, PlatformNotSupportedError, type ProgramHost } from "@portalis/runtime";
import { settle, VirtualClock } from "./virtual-clock.js";

/** How a {@link SimulatedPlatform} is made. */
export interface SimulationOptions {
  /** Whether the clock jumps to the next timer when nothing can run. Default: true. */
  readonly autojump?: boolean;
}

/**
 * A platform with a virtual clock: hours of sleeping take no time, and every run takes the same steps. What the program writes is kept.
 *
 * @example
 * ```ts
 * const platform = new SimulatedPlatform();
 * const rt = new Runtime({ platform });
 * await rt.run(sleep(86_400_000));
 * console.log(platform.now()); // 86400000
 * ```
 */
export class SimulatedPlatform implements Platform {
  readonly name = "simulated";
  readonly capabilities: Capabilities = { threads: false, network: false, fileSystem: false, signals: false, ownsLoop: true };
  /** Turns are never cut short: there is no time in which they could take too long. */
  readonly slice: number = Infinity;
  readonly clock: VirtualClock;
  readonly program: ProgramHost;
  #stdout = "";
  #stderr = "";

  constructor(options: SimulationOptions = {}) {
    this.clock = new VirtualClock(options.autojump ?? true);
    this.program = {
      write: (stream, text) => {
        if (stream === "stdout") this.#stdout += text;
        else this.#stderr += text;
      },
      exit: () => {
        throw new PlatformNotSupportedError("exit", this.name, "A simulated program ends by returning.");
      },
      args: () => [],
      env: () => ({}),
    };
  }

  /** What the program has written to standard output. */
  get stdout(): string {
    return this.#stdout;
  }

  /** What the program has written to standard error, errors that nobody handled included. */
  get stderr(): string {
    return this.#stderr;
  }

  now(): number {
    return this.clock.now;
  }

  defer(turn: () => void): void {
    void settle().then(turn);
  }

  setTimer(at: number, wake: () => void): void {
    this.clock.set(at, wake);
  }

  clearTimer(): void {
    this.clock.clear();
  }
}
