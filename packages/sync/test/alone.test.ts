import { execFileSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";

/** A program of a user who bundles: minified, without what it does not use. */
async function bundle(code: string): Promise<{ code: string; files: string[] }> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: import.meta.dirname, loader: "ts" },
    conditions: ["@portalis/source"],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
    metafile: true,
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const files = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([path]) => path.replace(/^.*\/(?=[\w-]+\/src\/)/, ""));
  return { code: outputFiles[0]!.text, files };
}

function runAlone(code: string): string {
  return execFileSync(process.execPath, ["--input-type=module", "--eval", code], { encoding: "utf8" });
}

describe("a primitive alone in a bundle", () => {
  test.each([
    "AsyncMutex",
    "AsyncSemaphore",
    "AsyncEvent",
    "AsyncNotify",
    "AsyncBarrier",
    "AsyncRwLock",
    "CountDownLatch",
    "WaitGroup",
    "KeyedMutex",
    "KeyedSemaphore",
  ])("%s brings neither the scheduler nor another primitive", async (name) => {
    const { code, files } = await bundle(`export { ${name} } from "@portalis/sync";`);
    expect(files.filter((file) => /scheduler|\/task\.ts|runtime\.ts|timer-heap|portable-platform/.test(file))).toEqual([]);
    const own = files.filter((file) => file.startsWith("sync/src/"));
    expect(own.length).toBeLessThanOrEqual(name.endsWith("Mutex") ? 6 : 4);
    expect(gzipSync(code, { level: 9 }).byteLength).toBeLessThan(3_000);
  });

  test("AsyncMutex works on its own, with async functions", async () => {
    const { code } = await bundle(`
      import { AsyncMutex } from "@portalis/sync";
      const mutex = new AsyncMutex(0);
      const add = async (name) => {
        const guard = await mutex.lock();
        const value = guard.value;
        await null;
        guard.value = value + 1;
        guard.release();
        return name;
      };
      const exclusive = mutex.runExclusive(async ({ signal, id }) => [signal.aborted, id, mutex.isLocked]);
      const controller = new AbortController();
      const aborted = exclusive.then(() => mutex.lock()).then(async (guard) => {
        const wait = mutex.lock({ signal: controller.signal }).then(undefined, (error) => error);
        controller.abort("no longer wanted");
        const reason = await wait;
        guard.release();
        return reason;
      });
      const names = await Promise.all([add("a"), add("b"), add("c")]);
      console.log(JSON.stringify([names, await exclusive, await aborted, mutex.tryLock().value]));
    `);
    expect(JSON.parse(runAlone(code))).toEqual([["a", "b", "c"], [false, 0, true], "no longer wanted", 3]);
  });

  test("AsyncMutex.runExclusive() alone says what a coroutine needs, and releases the lock", async () => {
    const { code } = await bundle(`
      import { AsyncMutex } from "@portalis/sync";
      const mutex = new AsyncMutex();
      const error = await mutex.runExclusive(function* () { yield; }).then(undefined, (caught) => caught);
      console.log(JSON.stringify([error.code, error.message, mutex.isLocked]));
    `);
    const [code_, message, isLocked] = JSON.parse(runAlone(code)) as [string, string, boolean];
    expect([code_, isLocked]).toEqual(["ERR_RUNTIME", false]);
    expect(message).toContain("Import @portalis/runtime");
  });
});
