import { type ChildProcess, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { browserArguments } from "./browser-arguments.js";
import type { BrowserBinary } from "./browser-binary.js";
import { BrowserStartError } from "./browser-start-error.js";

/** How much of what the browser says on stderr is kept for an error message. */
const KEPT = 2_000;

/**
 * A browser process with a temporary profile, in a process group of its own.
 *
 * It ends with {@link BrowserProcess.close}, when this process exits, and when this process is killed; only in the last
 * case the profile stays behind in the system's directory for temporary files.
 */
export class BrowserProcess {
  /** Resolves with the exit code, 128 + n after signal n, when the browser has ended and its profile is removed. */
  readonly exited: Promise<number>;
  readonly #child: ChildProcess;
  readonly #profile: string;
  readonly #path: string;
  #said = "";

  private constructor(child: ChildProcess, profile: string, path: string) {
    this.#child = child;
    this.#profile = profile;
    this.#path = path;
    child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#said = (this.#said + text).slice(-KEPT);
    });
    for (const stream of child.stdio) stream?.on("error", () => undefined); // a pipe to a process that has gone
    process.once("exit", this.#end);
    this.exited = new Promise((resolve) => {
      child.once("exit", (code, signal) => {
        process.removeListener("exit", this.#end);
        this.#killGroup();
        const status = code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
        void removeProfile(profile).then(() => {
          resolve(status);
        });
      });
    });
  }

  /**
   * Starts the browser with `url` as its first page.
   *
   * @param extra further arguments for the browser
   * @throws BrowserStartError when the executable cannot be run
   */
  static async start(binary: BrowserBinary, url: string, extra: readonly string[] = []): Promise<BrowserProcess> {
    const profile = await mkdtemp(join(tmpdir(), "portalis-browser-"));
    const child = spawn(binary.path, browserArguments(profile, url, extra), {
      detached: process.platform !== "win32",
      // Two pipes beyond the standard streams: the browser reads commands from 3 and writes answers to 4.
      stdio: ["ignore", "ignore", "pipe", "pipe", "pipe"],
      env: { ...process.env, ...binary.env, XDG_CACHE_HOME: profile, XDG_CONFIG_HOME: profile },
      windowsHide: true,
    });
    const failure = await new Promise<Error | undefined>((resolve) => {
      child.once("spawn", () => {
        resolve(undefined);
      });
      child.once("error", resolve);
    });
    if (failure === undefined) return new BrowserProcess(child, profile, binary.path);
    await removeProfile(profile);
    throw new BrowserStartError(binary.path, failure.message, "", { cause: failure });
  }

  /** The end of the pipe that takes commands for the browser. */
  get commands(): Writable {
    return this.#child.stdio[3] as Writable;
  }

  /** The end of the pipe that gives the browser's answers. */
  get answers(): Readable {
    return this.#child.stdio[4] as Readable;
  }

  /** The id of the process, which is that of its group too. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Whether it is running. */
  get alive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** The error for a browser that did not do what it was started for. */
  failure(reason: string): BrowserStartError {
    return new BrowserStartError(this.#path, reason, this.#said.trim());
  }

  /** Kills the browser and all its processes, and removes the profile. Closing it again changes nothing. */
  async close(): Promise<void> {
    if (this.alive) this.#killGroup();
    await this.exited;
  }

  readonly #end = (): void => {
    this.#killGroup();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  };

  #killGroup(): void {
    const { pid } = this.#child;
    if (pid === undefined) return;
    try {
      if (process.platform === "win32") this.#child.kill("SIGKILL");
      else process.kill(-pid, "SIGKILL");
    } catch {
      // The group is gone.
    }
  }
}

/** A process that was just killed may still be writing its last file. */
async function removeProfile(profile: string): Promise<void> {
  await rm(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 }).catch(() => undefined);
}
