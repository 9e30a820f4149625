import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { wasiInterfaceName } from "../../src/build/wasi-interface-name.js";

describe("wasiInterfaceName()", () => {
  it.each(["wasi:io/poll", "wasi:io/poll@0.2.0", "wasi:io/poll@0.2.12"])("takes %s", (specifier) => {
    expect(wasiInterfaceName(specifier)).toBe("wasi:io/poll@0.2.12");
  });

  it.each([
    ["wasi:http/types@0.2.12", /cannot be used from JavaScript; there are cli, clocks/],
    ["wasi:io/nothing", /no interface "nothing"; there are error, poll, streams/],
    ["wasi:clocks/monotonic-clock@0.3.0", /not part of WASI 0\.2.*import "wasi:clocks\/monotonic-clock@0\.2\.12"/],
    ["wasi:poll", /not the name of a WASI interface/],
  ])("refuses %s and says why", (specifier, problem) => {
    expect(wasiInterfaceName(specifier)).toEqual({ problem: expect.stringMatching(problem) as string });
  });

  it("knows just the interfaces that the shipped definitions have", () => {
    for (const name of ["cli", "clocks", "filesystem", "io", "random", "sockets"]) {
      const wit = readFileSync(new URL(`../../wit/${name}.wit`, import.meta.url), "utf8");
      const stable = wit.replace(/@unstable\([^)]*\)\s*interface [a-z-]+/g, "");
      for (const [, found = ""] of stable.matchAll(/^interface ([a-z-]+) \{/gm)) {
        if (name === "cli" && found === "run") continue; // what a component exports
        expect(wasiInterfaceName(`wasi:${name}/${found}`)).toBe(`wasi:${name}/${found}@0.2.12`);
      }
    }
  });
});
