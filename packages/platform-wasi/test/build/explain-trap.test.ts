import { describe, expect, it } from "vitest";
import { explainTrap } from "../../host/explain-trap.mjs";

describe("explainTrap()", () => {
  it.each([
    ["RangeError: Maximum call stack size exceeded", /nested too deep/],
    ["wasm trap: call stack exhausted", /nested too deep/],
    ["RuntimeError: wasm trap: out of bounds memory access", /nested too deep/],
    ["memory allocation of 99 bytes failed", /out of memory/],
    ["wasm trap: all fuel consumed by WebAssembly", /host stopped/],
    ["RuntimeError: wasm trap: wasm `unreachable` instruction executed", /internal error/],
  ])("explains %j", (text, explanation) => {
    expect(explainTrap(text)).toMatch(explanation);
  });

  it("has nothing to say about other text", () => {
    expect(explainTrap("Uncaught Error: boom")).toBeUndefined();
  });
});
