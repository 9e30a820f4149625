import { type Command, CommanderError } from "commander";
import { CommandError } from "./command-error.js";
import type { CommandHost } from "./command-host.js";
import { type Action, commandLine } from "./command-line.js";
import { exitCode } from "./exit-code.js";

/**
 * Carries out a command line. It never throws: what goes wrong is said on stderr, in one line where the user is at fault.
 *
 * @param args the command line without the name of the command
 * @param host what it is given, and where its output goes
 * @returns the exit code
 *
 * @example
 * ```ts no-run
 * process.exitCode = await main(["run", "crawler.py", "--on", "wasi"], processHost());
 * ```
 */
export async function main(args: readonly string[], host: CommandHost): Promise<number> {
  try {
    const action = parseCommandLine(args, host);
    return typeof action === "number" ? action : await action();
  } catch (error) {
    if (error instanceof CommandError) {
      host.write("stderr", `${error.message}\n`);
      return error.exitCode;
    }
    host.write("stderr", `portalis: internal error: ${describe(error, host)}\n`);
    return exitCode.internal;
  }
}

/** What the command line asks for; an exit code where it is wrong, or asks for help. */
function parseCommandLine(args: readonly string[], host: CommandHost): Action | number {
  let action: Action | undefined;
  const program = commandLine(host, (chosen) => {
    action = chosen;
  });
  for (const command of [program, ...program.commands]) quiet(command, host);
  if (args.length === 0) {
    program.outputHelp({ error: true });
    return exitCode.usage;
  }
  try {
    program.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCode.success : exitCode.usage;
  }
  return action ?? exitCode.usage;
}

/** Makes a command throw instead of ending the process, and print where it should. */
function quiet(command: Command, host: CommandHost): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => {
      host.write("stdout", text);
    },
    writeErr: (text) => {
      host.write("stderr", text);
    },
    outputError: (text, write) => {
      write(`portalis: ${text}`);
    },
  });
}

/** A fault of ours: its message, and where it happened for those who ask. */
function describe(error: unknown, host: CommandHost): string {
  if (!(error instanceof Error)) return String(error);
  return host.env["PORTALIS_DEBUG"] === undefined ? `${error.message} (PORTALIS_DEBUG=1 shows where)` : (error.stack ?? error.message);
}
