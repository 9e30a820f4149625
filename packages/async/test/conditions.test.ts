import { build } from "esbuild";
import { describe, expect, test } from "vitest";

/** The packages of ours that a bundle of one import of the umbrella takes files from. */
async function packagesIn(code: string, options: { platform: "browser" | "node" | "neutral"; conditions: string[] }): Promise<string[]> {
  const { metafile } = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: "ts" },
    ...options,
    conditions: [...options.conditions, "@portalis/source"],
    bundle: true,
    format: "esm",
    write: false,
    metafile: true,
  });
  const used = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const names = used
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /(?:^|\/)(?:packages\/)?([\w-]+)\/src\//.exec(path)?.[1]);
  return [...new Set(names)].filter((name) => name !== undefined).sort();
}

const program = 'import { run, sleep } from "@portalis/async"; await run(sleep(1));';

describe("the export conditions of the umbrella", () => {
  test.each([
    ["node", { platform: "node" as const, conditions: ["node"] }, "platform-node"],
    ["browser", { platform: "browser" as const, conditions: ["browser"] }, "platform-browser"],
    ["wasi", { platform: "neutral" as const, conditions: ["wasi"] }, undefined],
    ["none of them", { platform: "neutral" as const, conditions: [] }, undefined],
  ])("%s", async (_name, options, platform) => {
    const used = await packagesIn(program, options);
    expect(used.filter((name) => name.startsWith("platform-"))).toEqual(platform === undefined ? [] : [platform]);
  });

  test("a bundle has only the packages that it uses", async () => {
    expect(await packagesIn(program, { platform: "neutral", conditions: ["wasi"] })).toEqual(["runtime", "time"]);
  });
});
