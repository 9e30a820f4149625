import { describe, expect, it } from "vitest";
import { AbortController } from "../../src/globals/abort-controller.js";
import { AbortSignal } from "../../src/globals/abort-signal.js";

describe("AbortController", () => {
  it("aborts its signal once, with the first reason", () => {
    const stop = new AbortController();
    const seen: unknown[] = [];
    stop.signal.addEventListener("abort", () => seen.push(stop.signal.reason));
    expect(stop.signal.aborted).toBe(false);
    stop.abort("first");
    stop.abort("second");
    expect(stop.signal.aborted).toBe(true);
    expect(seen).toEqual(["first"]);
    expect(() => stop.signal.throwIfAborted()).toThrow("first");
  });

  it("aborts with an AbortError when no reason is given", () => {
    const stop = new AbortController();
    stop.abort();
    expect(stop.signal.reason).toBeInstanceOf(DOMException);
    expect(stop.signal.reason).toMatchObject({ name: "AbortError" });
  });
});

describe("AbortSignal", () => {
  it("cannot be constructed", () => {
    expect(() => new AbortSignal()).toThrow(TypeError);
  });

  it("abort() gives a signal that is aborted already", () => {
    expect(AbortSignal.abort("why")).toMatchObject({ aborted: true, reason: "why" });
  });

  it("any() follows the first of its signals, through other signals made by any()", () => {
    const [a, b, c] = [new AbortController(), new AbortController(), new AbortController()];
    const outer = AbortSignal.any([AbortSignal.any([a.signal, b.signal]), c.signal]);
    const seen: unknown[] = [];
    outer.addEventListener("abort", () => seen.push(outer.reason));
    b.abort("b");
    a.abort("a");
    c.abort("c");
    expect(seen).toEqual(["b"]);
    expect(AbortSignal.any([c.signal, AbortSignal.abort("late")]).reason).toBe("c");
    expect(AbortSignal.any([]).aborted).toBe(false);
  });

  it("any() marks every signal before the first listener runs", () => {
    const stop = new AbortController();
    const both = AbortSignal.any([stop.signal]);
    let seen: boolean | undefined;
    stop.signal.addEventListener("abort", () => (seen = both.aborted));
    stop.abort();
    expect(seen).toBe(true);
  });

  it("onabort is one listener that can be replaced", () => {
    const stop = new AbortController();
    const seen: string[] = [];
    stop.signal.onabort = () => seen.push("first");
    stop.signal.onabort = () => seen.push("second");
    stop.abort();
    expect(seen).toEqual(["second"]);
  });
});
