import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { NativeTimer } from "../src/native-timer.js";

let posted: (() => void)[];
let shown: () => void;
beforeEach(() => {
  posted = [];
  vi.useFakeTimers();
  vi.stubGlobal("document", {
    visibilityState: "visible",
    addEventListener: (_type: string, listener: () => void) => {
      shown = listener;
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const make = (): NativeTimer =>
  new NativeTimer(
    (callback) => posted.push(callback),
    () => performance.now(),
  );
const at = (ms: number): number => performance.now() + ms;

describe("NativeTimer.set()", () => {
  test("sets a short timer from a task of its own, where the browser does not make it longer", () => {
    const timer = make();
    const wake = vi.fn();
    timer.set(at(2), wake);
    expect([vi.getTimerCount(), posted.length]).toEqual([0, 1]);
    posted.pop()?.();
    vi.advanceTimersByTime(2);
    expect(wake).toHaveBeenCalledOnce();
  });

  test("forgets a task that was posted for a timer that has been replaced or taken back", () => {
    const timer = make();
    const wake = vi.fn();
    timer.set(at(2), wake);
    timer.clear();
    timer.set(at(1), wake);
    timer.set(at(0.5), wake);
    for (const task of posted) task();
    vi.advanceTimersByTime(10);
    expect(wake).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("leaves the timer where it is for a later deadline, and sets it anew for an earlier one", () => {
    const timer = make();
    const [first, later, earlier] = [vi.fn(), vi.fn(), vi.fn()];
    timer.set(at(50), first);
    timer.set(at(100), later);
    vi.advanceTimersByTime(50);
    expect([first.mock.calls.length, later.mock.calls.length]).toEqual([0, 1]); // early: the runtime sets it again
    timer.set(at(100), later);
    timer.set(at(20), earlier);
    vi.advanceTimersByTime(20);
    expect(earlier).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  test("waits in steps for a deadline that the browser cannot wait for", () => {
    const timer = make();
    const wake = vi.fn();
    timer.set(at(2 ** 40), wake);
    vi.advanceTimersByTime(2 ** 31 - 2);
    expect(wake).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(wake).toHaveBeenCalledOnce();
  });

  test("does not wait for a throttled timer when the page is shown again", () => {
    const timer = make();
    const wake = vi.fn();
    timer.set(at(100), wake);
    shown();
    expect(wake).not.toHaveBeenCalled();
    vi.setSystemTime(Date.now());
    const late = performance.now() + 100;
    vi.spyOn(performance, "now").mockReturnValue(late);
    shown();
    expect(wake).toHaveBeenCalledOnce();
    shown();
    expect(vi.getTimerCount()).toBe(0);
    expect(wake).toHaveBeenCalledOnce();
    vi.restoreAllMocks();
  });
});
