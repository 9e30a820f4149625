import { afterEach, describe, expect, it } from "vitest";
import { AbortController } from "../../src/globals/abort-controller.js";
import { Event } from "../../src/globals/event.js";
import { EventTarget } from "../../src/globals/event-target.js";
import { setUncaughtErrorHandler } from "../../src/globals/uncaught-error.js";

afterEach(() => {
  setUncaughtErrorHandler((error) => {
    throw error;
  });
});

describe("EventTarget", () => {
  it("calls listeners in the order of adding, each once however often it was added", () => {
    const target = new EventTarget();
    const seen: string[] = [];
    const a = (): void => void seen.push("a");
    target.addEventListener("x", a);
    target.addEventListener("x", { handleEvent: () => seen.push("object") });
    target.addEventListener("x", a);
    target.addEventListener("y", () => seen.push("other type"));
    target.addEventListener("x", null);
    expect(target.dispatchEvent(new Event("x"))).toBe(true);
    expect(seen).toEqual(["a", "object"]);
  });

  it("calls a listener with { once } one time, also when it dispatches again", () => {
    const target = new EventTarget();
    let calls = 0;
    target.addEventListener(
      "x",
      () => {
        calls++;
        target.dispatchEvent(new Event("x"));
      },
      { once: true },
    );
    target.dispatchEvent(new Event("x"));
    expect(calls).toBe(1);
  });

  it("does not call what was removed during the dispatch, nor what was added", () => {
    const target = new EventTarget();
    const seen: string[] = [];
    const second = (): void => void seen.push("second");
    target.addEventListener("x", () => {
      seen.push("first");
      target.removeEventListener("x", second);
      target.addEventListener("x", () => seen.push("third"));
    });
    target.addEventListener("x", second);
    target.dispatchEvent(new Event("x"));
    expect(seen).toEqual(["first"]);
  });

  it("removes a listener when its signal aborts", () => {
    const target = new EventTarget();
    const stop = new AbortController();
    let calls = 0;
    target.addEventListener("x", () => calls++, { signal: stop.signal });
    target.dispatchEvent(new Event("x"));
    stop.abort();
    target.dispatchEvent(new Event("x"));
    target.addEventListener("x", () => calls++, { signal: stop.signal });
    target.dispatchEvent(new Event("x"));
    expect(calls).toBe(1);
  });

  it("tells whether the default was prevented, which a passive listener cannot", () => {
    const target = new EventTarget();
    target.addEventListener("x", (event) => event.preventDefault(), { passive: true });
    expect(target.dispatchEvent(new Event("x", { cancelable: true }))).toBe(true);
    target.addEventListener("x", (event) => event.preventDefault());
    expect(target.dispatchEvent(new Event("x"))).toBe(true);
    expect(target.dispatchEvent(new Event("x", { cancelable: true }))).toBe(false);
  });

  it("stops at stopImmediatePropagation()", () => {
    const target = new EventTarget();
    const seen: number[] = [];
    target.addEventListener("x", (event) => {
      seen.push(1);
      event.stopImmediatePropagation();
    });
    target.addEventListener("x", () => seen.push(2));
    target.dispatchEvent(new Event("x"));
    expect(seen).toEqual([1]);
  });

  it("gives a listener the target as this and as event.target", () => {
    const target = new EventTarget();
    const seen: unknown[] = [];
    target.addEventListener("x", function (this: unknown, event) {
      seen.push(this, event.target, event.currentTarget, event.eventPhase);
    });
    const event = new Event("x");
    target.dispatchEvent(event);
    expect(seen).toEqual([target, target, target, 2]);
    expect([event.currentTarget, event.eventPhase]).toEqual([null, 0]);
  });

  it("reports what a listener throws as uncaught and calls the others", () => {
    const target = new EventTarget();
    const uncaught: unknown[] = [];
    setUncaughtErrorHandler((error) => uncaught.push(error));
    let called = false;
    target.addEventListener("x", () => {
      throw new Error("listener");
    });
    target.addEventListener("x", () => (called = true));
    target.dispatchEvent(new Event("x"));
    expect(uncaught).toEqual([new Error("listener")]);
    expect(called).toBe(true);
  });

  it("refuses an event that is being dispatched", () => {
    const target = new EventTarget();
    const event = new Event("x");
    let error: unknown;
    target.addEventListener("x", () => {
      try {
        target.dispatchEvent(event);
      } catch (thrown) {
        error = thrown;
      }
    });
    target.dispatchEvent(event);
    expect(error).toMatchObject({ name: "InvalidStateError" });
  });
});
