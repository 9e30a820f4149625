import { styleText } from "node:util";

/** What a command is given by whoever runs it: where it is, and where its output goes. */
export interface CommandHost {
  /** The directory that relative paths start from. */
  readonly cwd: string;
  /** What programs see as their environment. */
  readonly env: NodeJS.ProcessEnv;
  /** Whether programs may use the streams of this process; otherwise their output comes through {@link write}. */
  readonly sharesStreams: boolean;
  /** Whether somebody watches stderr: progress is shown, in colour. */
  readonly interactive: boolean;
  /** Takes output, in order. */
  write(stream: "stdout" | "stderr", text: string): void;
}

/** The host of the command itself: this process. */
export function processHost(): CommandHost {
  return {
    cwd: process.cwd(),
    env: process.env,
    sharesStreams: true,
    interactive: process.stderr.isTTY && process.env["CI"] === undefined,
    write(stream, text) {
      process[stream].write(text);
    },
  };
}

/** Shows on a terminal what is being done, until the function it returns is called; elsewhere it shows nothing. */
export function showProgress(host: CommandHost, text: string): () => void {
  if (!host.interactive) return () => undefined;
  host.write("stderr", styleText("dim", `portalis: ${text} ...`));
  return () => {
    host.write("stderr", "\r\u001b[2K");
  };
}
