import type { Capabilities, Platform, ProgramHost } from "./platform.js";
import { PlatformNotSupportedError } from "./platform-not-supported-error.js";

/** The longest delay that hosts understand; a longer one would fire at once. */
const LONGEST_DELAY = 2 ** 31 - 1;
const SLICE = 4;

/** The globals that this platform is made of. All but `setTimeout` may be absent. */
interface WebGlobals {
  readonly setTimeout: (fn: () => void, ms: number) => unknown;
  readonly clearTimeout: (id: unknown) => void;
  readonly setImmediate?: (fn: () => void) => unknown;
  readonly MessageChannel?: new () => { readonly port1: Port; readonly port2: Port };
  readonly performance?: { now(): number };
  readonly console?: { log(text: string): void; error(...values: unknown[]): void };
  readonly reportError?: (error: unknown) => void;
  /** Where there are processes: what it ends with. */
  readonly process?: {
    exitCode?: number | string | null | undefined;
    on?(event: "beforeExit", listener: () => void): unknown;
    off?(event: "beforeExit", listener: () => void): unknown;
  };
}

interface Port {
  onmessage: (() => void) | null;
  postMessage(message: undefined): void;
}

/**
 * A platform made of web-standard globals, so that a primitive works wherever it is imported. The packages `platform-node`,
 * `platform-browser` and `platform-wasi` know their hosts better.
 */
export function portablePlatform(): Platform {
  return new PortablePlatform(globalThis as unknown as WebGlobals);
}

class PortablePlatform implements Platform {
  readonly name = "portable";
  readonly capabilities: Capabilities = { threads: false, network: false, fileSystem: false, signals: false, ownsLoop: true };
  readonly slice: number = SLICE;
  readonly program: ProgramHost;
  readonly #host: WebGlobals;
  readonly #defer: (turn: () => void) => void;
  #timer: unknown = undefined;
  #latest = 0;

  constructor(host: WebGlobals) {
    this.#host = host;
    this.#defer = macroTask(host);
    this.program = programOf(host);
  }

  now(): number {
    if (this.#host.performance !== undefined) return this.#host.performance.now();
    // The wall clock may be set back: time then stands still.
    this.#latest = Math.max(this.#latest, Date.now());
    return this.#latest;
  }

  defer(turn: () => void): void {
    this.#defer(turn);
  }

  setTimer(at: number, wake: () => void): void {
    this.clearTimer();
    this.#timer = this.#host.setTimeout(wake, Math.min(Math.max(Math.ceil(at - this.now()), 0), LONGEST_DELAY));
  }

  clearTimer(): void {
    if (this.#timer === undefined) return;
    this.#host.clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** The fastest way of the host to come back after its own events. */
function macroTask(host: WebGlobals): (turn: () => void) => void {
  if (host.setImmediate !== undefined) {
    const { setImmediate } = host;
    return (turn) => void setImmediate(turn);
  }
  if (host.MessageChannel === undefined) return (turn) => void host.setTimeout(turn, 0);
  const { port1, port2 } = new host.MessageChannel();
  const turns: (() => void)[] = [];
  port1.onmessage = () => turns.shift()?.();
  return (turn) => {
    turns.push(turn);
    port2.postMessage(undefined);
  };
}

function programOf(host: WebGlobals): ProgramHost {
  const { process } = host;
  return {
    ...(process?.on !== undefined && {
      onDrained(listener: () => void): () => void {
        process.on?.("beforeExit", listener);
        return () => void process.off?.("beforeExit", listener);
      },
    }),
    write(stream, text): void {
      // A console ends lines by itself.
      const line = text.endsWith("\n") ? text.slice(0, -1) : text;
      if (stream === "stdout") host.console?.log(line);
      else host.console?.error(line);
    },
    exit(): never {
      throw new PlatformNotSupportedError("exit", "portable", "Install a platform package to end the program.");
    },
    args: () => [],
    env: () => ({}),
    uncaught(error, text): void {
      if (host.reportError !== undefined) host.reportError(error);
      else host.console?.error(text.trimEnd());
      if (host.process !== undefined) host.process.exitCode ??= 1;
    },
  };
}
