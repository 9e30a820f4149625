import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeFileWhole, writeWhole } from "../src/write-whole.js";
import { directoryWith } from "./portalis.js";

test("writeWhole makes the directory and the ones above it", async () => {
  const directory = join(await directoryWith(), "a/b/c");
  await writeWhole(directory, (into) => writeFile(join(into, "x"), "1"));
  expect(await readFile(join(directory, "x"), "utf8")).toBe("1");
  expect(await readdir(join(directory, ".."))).toEqual(["c"]);
});

test("writeWhole leaves nothing when making fails, and what was there as it was", async () => {
  const parent = await directoryWith();
  const directory = join(parent, "out");
  await writeWhole(directory, (into) => writeFile(join(into, "x"), "old"));
  const failing = writeWhole(directory, async (into) => {
    await writeFile(join(into, "x"), "half");
    throw new RangeError("no");
  });
  await expect(failing).rejects.toThrow(RangeError);
  expect(await readFile(join(directory, "x"), "utf8")).toBe("old");
  expect(await readdir(parent)).toEqual(["out"]);
});

test("writeWhole replaces files and directories of the same name and keeps the others", async () => {
  const directory = await directoryWith({ keep: "kept", x: "old" });
  await mkdir(join(directory, "parts"));
  await writeFile(join(directory, "parts/stale"), "stale");
  await writeWhole(directory, async (into) => {
    await writeFile(join(into, "x"), "new");
    await mkdir(join(into, "parts"));
    await writeFile(join(into, "parts/fresh"), "fresh");
  });
  expect((await readdir(directory)).sort()).toEqual(["keep", "parts", "x"]);
  expect(await readdir(join(directory, "parts"))).toEqual(["fresh"]);
  expect(await readFile(join(directory, "x"), "utf8")).toBe("new");
});

test("a file in the place of the directory is an error of usage", async () => {
  const directory = await directoryWith({ file: "" });
  await expect(writeWhole(join(directory, "file"), () => Promise.resolve())).rejects.toMatchObject({ exitCode: 2 });
  await expect(writeFileWhole(join(directory, "file/x.ts"), "")).rejects.toMatchObject({ exitCode: 2 });
});
