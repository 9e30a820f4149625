import { readFileSync } from "node:fs";

/** The page: nothing but the script that starts the program. */
export const RUNNER_HTML =
  '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Portalis</title>\n<script type="module" src="-runner.js"></script>\n</html>\n';

/** What the script is told. */
export interface RunnerConfig {
  /** The URL of the program. */
  readonly program: string;
  /** The URL that takes what the program does. */
  readonly report: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The name under which the page's script imports the one that encodes values. */
export const ENCODER = "-encode-values.js";

const PAGE = new URL("../../page/", import.meta.url);

/** The script of the page, for one program. */
export function runnerScript(config: RunnerConfig): string {
  return `const config = ${JSON.stringify(config)};\n${sourceOf("runner.js")}`;
}

/** The script that makes values into JSON. */
export function encoderScript(): string {
  return sourceOf("encode-values.js");
}

function sourceOf(name: string): string {
  return readFileSync(new URL(name, PAGE), "utf8");
}
