import { spawn } from "node:child_process";

/** How a program ended. */
export interface ProgramResult {
  readonly stdout: string;
  readonly stderr: string;
  /** Its exit code; 134 after a trap, 128 and the signal's number when a signal ended it. */
  readonly exitCode: number;
}

/** What a program is given. */
export interface ProgramOptions {
  /** Its arguments, without the name of the program. */
  readonly args?: readonly string[];
  /** Its environment; it sees nothing of this process's own. */
  readonly env?: Readonly<Record<string, string>>;
  /** What it reads from stdin. Default nothing. */
  readonly stdin?: string;
  /** Ends the program when aborted; the promise is then rejected with the signal's reason. */
  readonly signal?: AbortSignal;
}

const SIGNALS: Readonly<Record<string, number>> = { SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 };

/**
 * Runs a command to its end and collects what it prints.
 *
 * @param command the executable
 * @param args its arguments
 * @param env its whole environment
 * @throws Error when the command cannot be started
 */
export function runChild(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  options: Pick<ProgramOptions, "stdin" | "signal">,
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const { stdin = "", signal } = options;
    const child = spawn(command, args, { env: { ...env }, stdio: "pipe", ...(signal === undefined ? {} : { signal }) });
    const output: { stdout: Buffer[]; stderr: Buffer[] } = { stdout: [], stderr: [] };
    child.stdout.on("data", (chunk: Buffer) => output.stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => output.stderr.push(chunk));
    child.stdin.on("error", () => undefined); // the program need not read it
    child.stdin.end(stdin);
    child.on("error", (error) => {
      reject(signal?.aborted === true ? (signal.reason as Error) : error);
    });
    child.on("close", (code, name) => {
      resolve({
        stdout: Buffer.concat(output.stdout).toString("utf8"),
        stderr: Buffer.concat(output.stderr).toString("utf8"),
        exitCode: code ?? 128 + (SIGNALS[name ?? ""] ?? 0),
      });
    });
  });
}
