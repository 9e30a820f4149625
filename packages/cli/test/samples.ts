import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

/** A Python program and what CPython 3.13 did with it, recorded by scripts/record-expected.mjs. */
export interface Sample {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly expected: SampleOutput;
}

/** What a program did: its output, its exit code and, where it failed, the last line of stderr. */
export interface SampleOutput {
  readonly stdout: string;
  readonly exitCode: number;
  readonly complaint: string;
}

const folders = ["samples/", "../../../examples/python/"].map((folder) => new URL(folder, import.meta.url));

/** All samples, and the examples of the repository. */
export const samples: readonly Sample[] = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".py"))
    .map((file) => readSample(basename(file, ".py"), folder)),
);

function readSample(name: string, folder: URL): Sample {
  const exit = new URL(`${name}.exit.txt`, folder);
  const [code = "0", complaint = ""] = existsSync(exit) ? readFileSync(exit, "utf8").split("\n") : [];
  return {
    name,
    path: fileURLToPath(new URL(`${name}.py`, folder)),
    text: readFileSync(new URL(`${name}.py`, folder), "utf8"),
    expected: { stdout: readFileSync(new URL(`${name}.expected.txt`, folder), "utf8"), exitCode: Number(code), complaint },
  };
}

/** What a program did, in the form that is compared: of stderr only the last line, and only where the program failed. */
export function sampleOutput(result: { stdout: string; stderr: string; exitCode: number }): SampleOutput {
  const complaint = result.exitCode === 0 ? "" : (result.stderr.trimEnd().split("\n").at(-1) ?? "");
  return { stdout: result.stdout, exitCode: result.exitCode, complaint };
}
