/** What a platform can do. Asked before something is tried, so that a program can choose another way. */
export interface Capabilities {
  /** Whether work can run in parallel in other threads. */
  readonly threads: boolean;
  /** Whether there is a network. */
  readonly network: boolean;
  /** Whether there are files. */
  readonly fileSystem: boolean;
  /** Whether the process gets signals, such as the one of Ctrl+C. */
  readonly signals: boolean;
  /** Whether the host owns the loop and calls us (Node, browsers). False: the program owns it and blocks (WASI). */
  readonly ownsLoop: boolean;
}

/** The loop of a program that owns it: what {@link Runtime.block} needs from the platform. */
export interface GuestLoop {
  /**
   * Blocks until `until` (milliseconds of {@link Platform.now}; `undefined`: no deadline) or until an event of the host. May return early.
   *
   * @returns false when there is no deadline and no event to wait for: nothing can ever happen
   */
  park(until: number | undefined): boolean;
  /**
   * Runs what the host has ready: promise jobs, deferred turns, timers of its own.
   *
   * @returns whether anything ran
   */
  checkpoint(): boolean;
}

/** What a platform gives to a program as a whole: its output, its arguments, its end. */
export interface ProgramHost {
  /** Writes text as it is, no newline added. */
  write(stream: "stdout" | "stderr", text: string): void;
  /** Ends the program at once. */
  exit(code: number): never;
  /** The arguments of the program, without its own name. */
  args(): string[];
  /** The environment; empty where there is none. */
  env(): Record<string, string>;
  /**
   * The host's way to show an error that nobody handled, such that the exit code will not be 0, without ending the program now.
   * Where it is absent, the runtime writes `text` to stderr.
   */
  uncaught?(error: unknown, text: string): void;
  /**
   * Calls `listener` whenever the host has run out of everything that could ever wake this program, just before it would end it: Node's
   * `beforeExit`. This is how a deadlock is found where the host owns the loop. Absent where the host cannot know: a page lives on, and the
   * user may always click; there a task that waits for ever just waits.
   *
   * @returns ends the listening
   */
  onDrained?(listener: () => void): () => void;
}

/**
 * What a runtime needs from its host, and all it needs. The scheduler, the timers and every primitive are built on this alone, so that
 * they behave the same on every platform.
 *
 * Callbacks given to a platform never throw.
 */
export interface Platform {
  /** `"node"`, `"browser"`, `"wasi"`, `"portable"` or `"simulated"`; platforms of others choose their own. */
  readonly name: string;
  readonly capabilities: Capabilities;
  /** For how many milliseconds turns may run before the host gets its chance. `Infinity`: there is no host to give way to. */
  readonly slice: number;
  /** The monotonic clock in milliseconds, with fractions. It never goes back. */
  now(): number;
  /** Calls `turn` once, after the host has had its chance to run events (a macro-task). Holds the process open until then. */
  defer(turn: () => void): void;
  /**
   * The one native timer: calls `wake` once at `at` (milliseconds of {@link Platform.now}). Replaces the timer set before. It may fire
   * early, as native timers do, and must when the host cannot wait that long: the runtime looks at the clock and sets it again.
   */
  setTimer(at: number, wake: () => void): void;
  /** Takes the native timer back, so that it does not hold the process open. */
  clearTimer(): void;
  /** The loop, where the program owns it. */
  readonly guest?: GuestLoop | undefined;
  /** The program's surroundings. */
  readonly program: ProgramHost;
}
