import { Console } from "node:console";
import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createConsole } from "../../src/globals/console.js";

type Use = (console: ReturnType<typeof createConsole>) => void;

/** What `use` writes with our console and with Node's, both streams. */
function both(use: Use): { ours: Record<string, string>; node: Record<string, string> } {
  const ours = { stdout: "", stderr: "" };
  const node = { stdout: "", stderr: "" };
  const sink = (name: "stdout" | "stderr"): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        node[name] += chunk.toString();
        done();
      },
    });
  use(
    createConsole(
      (name, text) => (ours[name] += text),
      () => 0,
    ),
  );
  use(new Console({ stdout: sink("stdout"), stderr: sink("stderr"), colorMode: false }));
  return { ours, node };
}

const USES: Readonly<Record<string, Use>> = {
  "log, info, debug": (c) => {
    c.log("a", 1, { b: [2] });
    c.info("%s!", "hi");
    c.debug();
  },
  "error, warn": (c) => {
    c.error("bad", new Map([[1, 2]]));
    c.warn("careful");
  },
  assert: (c) => {
    c.assert(true, "never");
    c.assert(false);
    c.assert(false, "because %d", 5);
    c.assert(false, { a: 1 });
  },
  dir: (c) => c.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 }),
  count: (c) => {
    c.count();
    c.count("x");
    c.count();
    c.countReset();
    c.count();
  },
  "group, groupEnd": (c) => {
    c.group("outer");
    c.log("line\nline");
    c.group();
    c.error("inner");
    c.groupEnd();
    c.groupEnd();
    c.groupEnd();
    c.log("flush");
  },
  "table of objects": (c) =>
    c.table([
      { a: 1, b: "x" },
      { a: 2, c: { d: 1 } },
    ]),
  "table of values": (c) => c.table([1, "b", [2, 3]]),
  "table of a map's keys": (c) => c.table({ x: { a: 1 }, y: 5 }),
  "table of no object": (c) => c.table(7),
};

describe("console", () => {
  it.each(Object.entries(USES))("%s write what Node's write, to the same stream", (_name, use) => {
    const { ours, node } = both(use);
    expect(ours).toEqual(node);
  });

  it("time(), timeLog() and timeEnd() measure with the given clock", () => {
    let now = 5;
    let text = "";
    const console = createConsole(
      (_stream, part) => (text += part),
      () => now,
    );
    console.time("t");
    now = 17.5;
    console.timeLog("t", "so far");
    console.timeEnd("t");
    console.timeEnd("t");
    expect(text).toBe("t: 12.500ms so far\nt: 12.500ms\nWarning: No such label 't' for console.timeLog()\n");
  });

  it("trace() writes the message and where it was called to stderr", () => {
    const written: string[] = [];
    createConsole(
      (stream, text) => written.push(stream, text),
      () => 0,
    ).trace("here");
    expect(written[0]).toBe("stderr");
    expect(written[1]).toMatch(/^Trace: here\n\s+at .*console\.test/);
  });

  it("each call is one write", () => {
    const writes: string[] = [];
    createConsole(
      (_stream, text) => writes.push(text),
      () => 0,
    ).log("a", "b\nc");
    expect(writes).toEqual(["a b\nc\n"]);
  });
});
