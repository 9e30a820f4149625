import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { FrameCourtesy } from "../src/frame-courtesy.js";

/** A page without a browser: a clock, frames and timers that come when the test says so. */
let now: number;
let posted: (() => void)[];
let frames: Map<number, () => void>;
let page: { visibilityState: string };

beforeEach(() => {
  now = 0;
  posted = [];
  frames = new Map();
  page = { visibilityState: "visible" };
  vi.useFakeTimers();
  vi.stubGlobal("document", page);
  vi.stubGlobal("requestAnimationFrame", (callback: () => void) => {
    frames.set(frames.size + 1, callback);
    return frames.size;
  });
  vi.stubGlobal("cancelAnimationFrame", (id: number) => frames.delete(id));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const courtesy = (): FrameCourtesy =>
  new FrameCourtesy(
    (turn) => posted.push(turn),
    () => now,
  );

/** Defers a turn every 5 ms, as a busy program does, until the clock says `end`; each runs at once. */
function beBusy(frame: FrameCourtesy, end: number): void {
  for (; now < end; now += 5) {
    frame.defer(() => undefined);
    if (posted.length === 0) return;
    posted.pop();
  }
}

/** The page paints. */
function paint(): void {
  const callbacks = [...frames.values()];
  frames.clear();
  for (const callback of callbacks) callback();
}

describe("FrameCourtesy.defer()", () => {
  test("posts turns at once in a page that is not busy", () => {
    const frame = courtesy();
    for (now = 0; now < 1_000; now += 20) frame.defer(() => undefined);
    expect(posted).toHaveLength(50);
    expect(frames.size).toBe(0);
  });

  test("waits for one frame when the page has been busy for 33 ms, and then goes on", () => {
    const frame = courtesy();
    beBusy(frame, 1_000);
    expect(now).toBe(35);
    expect([posted.length, frames.size]).toEqual([0, 1]);
    now = 40;
    paint();
    expect(posted).toHaveLength(1);
    vi.runAllTimers();
    expect(posted).toHaveLength(1);
    posted.pop();
    beBusy(frame, 1_000);
    expect(now).toBe(75);
  });

  test("goes on after 20 ms when there is no frame", () => {
    const frame = courtesy();
    beBusy(frame, 1_000);
    vi.advanceTimersByTime(19);
    expect(posted).toHaveLength(0);
    now += 20;
    vi.advanceTimersByTime(1);
    expect(posted).toHaveLength(1);
    expect(frames.size).toBe(0);
  });

  test("waits no more once the browser has made it wait for long: it throttles the page", () => {
    const frame = courtesy();
    beBusy(frame, 1_000);
    now += 1_000;
    vi.runAllTimers();
    posted.pop();
    beBusy(frame, now + 1_000);
    expect(frames.size).toBe(0);
    expect(now).toBeGreaterThan(2_000);
  });

  test("does not wait in a hidden page, nor where there is none", () => {
    page.visibilityState = "hidden";
    beBusy(courtesy(), 1_000);
    expect(now).toBe(1_000);
    vi.stubGlobal("document", undefined);
    beBusy(courtesy(), 2_000);
    expect(now).toBe(2_000);
    expect(frames.size).toBe(0);
  });
});
