import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { BuildCache, copyResult } from "../../src/build/build-cache.js";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "portalis-cache-test-"));
});
afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

describe("BuildCache", () => {
  it("makes a result once for the same inputs, and again for others", async () => {
    const cache = new BuildCache("kind", root);
    let made = 0;
    const get = (...inputs: string[]): Promise<{ directory: string; cached: boolean }> =>
      cache.get(inputs, (into) => writeFile(join(into, "out"), `${inputs.join("+")} #${++made}`));
    const first = await get("a", "b");
    expect(first.cached).toBe(false);
    expect(await get("a", "b")).toEqual({ directory: first.directory, cached: true });
    const other = await get("ab", "");
    expect(other.directory).not.toBe(first.directory);
    expect(await readFile(join(first.directory, "out"), "utf8")).toBe("a+b #1");
    expect(made).toBe(2);
  });

  it("keeps nothing of a result that could not be made", async () => {
    const cache = new BuildCache("kind", root);
    const failing = cache.get(["x"], async (into) => {
      await writeFile(join(into, "half"), "");
      throw new Error("broken");
    });
    await expect(failing).rejects.toThrow("broken");
    expect(await readdir(join(root, "kind"))).toEqual([]);
  });

  it("gives one result to several builds of the same input at the same time", async () => {
    const cache = new BuildCache("kind", root);
    const results = await Promise.all(
      Array.from({ length: 5 }, (_unused, i) => cache.get(["same"], (into) => writeFile(join(into, "out"), String(i)))),
    );
    expect(new Set(results.map(({ directory }) => directory)).size).toBe(1);
    expect(await readdir(join(root, "kind"))).toHaveLength(1);
  });

  it("keeps the results used last", async () => {
    const cache = new BuildCache("kind", root);
    for (let i = 0; i < 70; i++) await cache.get([String(i)], (into) => writeFile(join(into, "out"), ""));
    expect((await readdir(join(root, "kind"))).length).toBe(60);
    const { cached } = await cache.get(["69"], () => Promise.reject(new Error("made again")));
    expect(cached).toBe(true);
  });

  it("makes everything anew when it is switched off", async () => {
    const cache = new BuildCache("kind", false);
    const make = (into: string): Promise<void> => writeFile(join(into, "out"), "");
    const results = [await cache.get(["x"], make), await cache.get(["x"], make)];
    expect(results.map(({ cached }) => cached)).toEqual([false, false]);
    await Promise.all(results.map(({ directory }) => rm(directory, { recursive: true })));
  });

  it("copyResult() puts the files where they are wanted", async () => {
    const { directory } = await new BuildCache("kind", root).get(["x"], (into) => writeFile(join(into, "out"), "text"));
    await copyResult(directory, join(root, "a", "b"));
    expect(await readFile(join(root, "a", "b", "out"), "utf8")).toBe("text");
  });
});
