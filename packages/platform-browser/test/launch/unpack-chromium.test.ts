import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { readTar } from "../../src/launch/read-tar.js";
import { unpackChromium } from "../../src/launch/unpack-chromium.js";

/** A tar archive of the given files, as `ustar` has them. */
function tar(files: Readonly<Record<string, string>>, type = "0"): Buffer {
  const blocks = Object.entries(files).flatMap(([path, content]) => {
    const header = Buffer.alloc(512);
    header.write(path, 0);
    header.write(content.length.toString(8).padStart(11, "0"), 124);
    header.write(type, 156);
    header.write("ustar", 257);
    const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
    body.write(content);
    return [header, body];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

let root: string;
let archives: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "portalis-unpack-test-"));
  archives = join(root, "bin");
  await mkdir(archives);
  await writeFile(join(archives, "chromium.br"), brotliCompressSync("the browser"));
  await writeFile(join(archives, "al2023.tar.br"), brotliCompressSync(tar({ "lib/libnss3.so": "a library" })));
  await writeFile(join(archives, "fonts.tar.br"), brotliCompressSync(tar({ "fonts/a.ttf": "a font" })));
});
afterEach(async () => {
  await rm(root, { recursive: true });
});

describe("unpackChromium()", () => {
  test("unpacks the browser, its libraries and its fonts, once", async () => {
    const cache = join(root, "cache");
    const directory = await unpackChromium(archives, [cache], "1.2.3");
    expect(directory).toBe(join(cache, "1.2.3"));
    expect(await readFile(join(directory, "chromium"), "utf8")).toBe("the browser");
    expect((await stat(join(directory, "chromium"))).mode & 0o111).toBe(0o111);
    expect(await readFile(join(directory, "lib/libnss3.so"), "utf8")).toBe("a library");
    expect(await readFile(join(directory, "fonts/fonts/a.ttf"), "utf8")).toBe("a font");
    await rm(archives, { recursive: true });
    expect(await unpackChromium(archives, [cache], "1.2.3")).toBe(directory);
  });

  test("gives one whole result to several that unpack at the same time", async () => {
    const cache = join(root, "cache");
    const directories = await Promise.all([1, 2, 3, 4].map(() => unpackChromium(archives, [cache], "1")));
    expect(new Set(directories).size).toBe(1);
    expect(await readdir(cache)).toEqual(["1"]);
  });

  test("takes the next cache when one cannot be written", async () => {
    await writeFile(join(root, "file"), "");
    const directory = await unpackChromium(archives, [join(root, "file", "cache"), join(root, "second")], "1");
    expect(directory).toBe(join(root, "second", "1"));
  });

  test("leaves nothing half unpacked, neither its own nor what a killed process left", async () => {
    const cache = join(root, "cache");
    const abandoned = join(cache, "0.partial-x");
    await mkdir(abandoned, { recursive: true });
    await utimes(abandoned, 0, 0);
    await writeFile(join(archives, "fonts.tar.br"), "no archive");
    await expect(unpackChromium(archives, [cache], "1")).rejects.toThrow();
    expect(await readdir(cache)).toEqual([]);
  });
});

describe("readTar()", () => {
  test("gives the regular files", () => {
    const files = [...readTar(Buffer.concat([tar({ link: "" }, "2").subarray(0, 512), tar({ "a/b.txt": "x".repeat(600), empty: "" })]))];
    expect(files.map(({ path, content }) => [path, content.length])).toEqual([
      ["a/b.txt", 600],
      ["empty", 0],
    ]);
  });

  test.each(["../out", "/etc/passwd", "a/../../b"])("refuses a path that leads out: %s", (path) => {
    expect(() => [...readTar(tar({ [path]: "" }))]).toThrow(/leads out of it/);
  });

  test("refuses an archive that is cut short", () => {
    expect(() => [...readTar(tar({ a: "x".repeat(600) }).subarray(0, 1_000))]).toThrow(/ends in the middle of a file/);
  });
});
