import { spawn, type StdioOptions } from "node:child_process";
import { constants } from "node:os";
import type { CommandHost } from "./command-host.js";

/** Signals that are for the program: this process passes them on and ends as the program does. */
const PASSED_ON = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Runs a JavaScript file in a Node process of its own and waits for its end.
 *
 * Ctrl-C reaches the program, which decides what to do; other signals are passed on to it. The program uses the streams
 * of this process where the host shares them.
 *
 * @returns its exit code; 128 and the signal's number when a signal ended it
 */
export function runChild(file: string, args: readonly string[], flags: readonly string[], host: CommandHost): Promise<number> {
  return new Promise((resolve, reject) => {
    const stdio: StdioOptions = host.sharesStreams ? "inherit" : ["ignore", "pipe", "pipe"];
    const child = spawn(process.execPath, [...flags, file, ...args], { cwd: host.cwd, env: host.env, stdio });
    for (const stream of ["stdout", "stderr"] as const) {
      child[stream]?.setEncoding("utf8").on("data", (text: string) => {
        host.write(stream, text);
      });
    }
    // A terminal sends Ctrl-C to the program as well, so it is not sent twice; it only must not end this process first.
    const onTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
    const passOn = (signal: NodeJS.Signals): void => {
      if (signal !== "SIGINT" || !onTerminal) child.kill(signal);
    };
    for (const signal of PASSED_ON) process.on(signal, passOn);
    const release = (): void => {
      for (const signal of PASSED_ON) process.off(signal, passOn);
    };
    child.on("error", (error) => {
      release();
      reject(error);
    });
    child.on("close", (code, signal) => {
      release();
      resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
    });
  });
}
