import { Argument, Command, Option } from "commander";
import { buildCommand } from "./build-command.js";
import { checkCommand } from "./check-command.js";
import type { CommandHost } from "./command-host.js";
import { convertCommand } from "./convert-command.js";
import { type PlatformName, platforms } from "./platforms.js";
import { runCommand } from "./run-command.js";
import { version } from "./version.js";

/** What a parsed command line does when it is carried out. */
export type Action = () => Promise<number>;

const FILE = "a program: .py, .ts, .mts, .js or .mjs";

/**
 * The command line of `portalis`: its commands, their options and their help.
 *
 * @param host where the help and the commands' output go
 * @param chosen is told what the command line asks for
 */
export function commandLine(host: CommandHost, chosen: (action: Action) => void): Command {
  const program = new Command("portalis")
    .description("Runs Python asyncio programs and TypeScript programs on Node, in browsers and as WASI components.")
    .addHelpText(
      "after",
      `
Examples:
  portalis run crawler.py                          run a Python program on Node
  portalis run crawler.py --on browser             ... in a headless browser
  portalis run crawler.py --on wasi -- --depth 3   ... as a WASI component, with arguments
  portalis convert crawler.py                      show the TypeScript it becomes
  portalis build crawler.py --target wasi -o dist  write a component to deploy
  portalis check *.py                              say what cannot be translated yet

Exit codes:
  the program's own, 0 for success; 1 syntax error or uncaught error; 2 wrong usage;
  3 something is not translated yet; 70 a fault of Portalis
`,
    );
  const command = (name: string, summary: string): Command => {
    return program.command(name).summary(summary).description(`${summary}.`).helpOption("-h, --help", "print this help");
  };
  const platform = (flags: string, description: string): Option => new Option(flags, description).choices(platforms);

  command("run", "Run a program")
    .usage("[options] <file> [-- args...]")
    .argument("<file>", FILE)
    .argument("[args...]", "arguments of the program, after --")
    .addOption(platform("--on <platform>", "where it runs").default("node"))
    .addHelpText("after", "\nA Python program is translated first; nothing is written. Its exit code becomes that of the command.")
    .action((file: string, args: string[], { on }: { on: PlatformName }) => {
      chosen(() => runCommand(file, args, on, host));
    });

  command("convert", "Translate a Python program to TypeScript")
    .argument("<file>", "a Python program")
    .option("-o, --out <directory>", "where <name>.ts is written (default: it is printed)")
    .action((file: string, { out }: { out?: string }) => {
      chosen(() => convertCommand(file, out, host));
    });

  command("build", "Build a program for deployment")
    .argument("<file>", FILE)
    .addOption(platform("-t, --target <platform>", "what it is built for").makeOptionMandatory())
    .requiredOption("-o, --out <directory>", "where the result is written")
    .option("--minify", "make it small: without names and with little to debug")
    .addHelpText(
      "after",
      `
What is written:
  node      <name>.mjs, one file that needs nothing but Node 20
  browser   index.html and program.js, for any web server
  wasi      program.wasm, a WASI 0.2 command; run.mjs and what it needs run it on Node
Other files of the directory are left as they are.`,
    )
    .action((file: string, { target, out, minify = false }: { target: PlatformName; out: string; minify?: boolean }) => {
      chosen(() => buildCommand(file, target, out, { minify }, host));
    });

  command("check", "Say whether programs can be translated and built")
    .addArgument(new Argument("<files...>", "programs"))
    .addHelpText("after", "\nAll findings are reported, each as file:line:col with its line. Nothing is written.")
    .action((files: string[]) => {
      chosen(() => checkCommand(files, host));
    });

  for (const made of program.commands) made.version(version, "-V, --version", "print the version");
  return program
    .version(version, "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .showHelpAfterError("(portalis --help says what there is)")
    .configureHelp({ sortOptions: false });
}
