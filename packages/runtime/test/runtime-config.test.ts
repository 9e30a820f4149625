import { describe, expect, test } from "vitest";
import { configureRuntime, type Platform, PlatformNotSupportedError, Runtime, type RuntimeConfig, RuntimeError } from "../src/index.js";
import { FakePlatform } from "./fake-platform.js";

function make(config: RuntimeConfig, platform: Platform = new FakePlatform()): Runtime {
  return new Runtime({ ...config, platform });
}

describe("RuntimeConfig", () => {
  test("runtimeType: single-threaded everywhere, browser-event-loop in a browser, multi-threaded refused with what to do", () => {
    expect(make({ runtimeType: "single-threaded" }).config.runtimeType).toBe("single-threaded");
    const browser = Object.assign(new FakePlatform(), { name: "browser" });
    expect(make({ runtimeType: "browser-event-loop" }, browser).platform).toBe(browser);
    expect(() => make({ runtimeType: "browser-event-loop" })).toThrow(
      /Cannot use runtimeType "browser-event-loop": the platform "fake".*Leave/,
    );
    expect(() => make({ runtimeType: "multi-threaded" })).toThrow(PlatformNotSupportedError);
    expect(() => make({ runtimeType: "multi-threaded" })).toThrow(/use runtimeType "single-threaded"/);
  });

  test.each([{ workerThreads: 2 }, { threadName: "w" }, { stackSize: 65536 }])("%o needs worker threads and says so", (config) => {
    expect(() => make(config)).toThrow(PlatformNotSupportedError);
  });

  test.each([{ workerThreads: 0 }, { workerThreads: 1.5 }, { stackSize: -1 }, { stackSize: NaN }, { slice: 0 }])(
    "%o is a RangeError",
    (config) => {
      expect(() => make(config)).toThrow(RangeError);
      expect(() => configureRuntime(config)).toThrow(RangeError);
    },
  );

  test("enableIo: false takes network and files away, true is refused where there are none", () => {
    const able = new FakePlatform();
    Object.assign(able, { capabilities: { ...able.capabilities, network: true, fileSystem: true, threads: true } });
    expect(make({ enableIo: false }, able).capabilities).toMatchObject({ network: false, fileSystem: false, threads: true });
    expect(make({}, able).capabilities).toBe(able.capabilities);
    expect(make({ enableIo: true }, able).capabilities.network).toBe(true);
    expect(() => make({ enableIo: true })).toThrow(PlatformNotSupportedError);
  });

  test("enableTime: false refuses timers at once", () => {
    const rt = make({ enableTime: false });
    expect(() => rt.scheduler.requireTime()).toThrow(RuntimeError);
    expect(() => make({ enableTime: true }).scheduler.requireTime()).not.toThrow();
  });
});

describe("Runtime.builder", () => {
  test("makes what the options of RuntimeConfig make, another one each time", () => {
    const platform = new FakePlatform();
    const builder = Runtime.builder().platform(platform).runtimeType("single-threaded").slice(3).enableTime(false).enableIo(false).debug();
    const rt = builder.build();
    expect(rt.config).toEqual({ platform, runtimeType: "single-threaded", slice: 3, enableTime: false, enableIo: false, debug: true });
    expect(rt.scheduler.slice).toBe(3);
    expect(builder.build()).not.toBe(rt);
  });

  test("refuses when it builds", () => {
    const builder = Runtime.builder().platform(new FakePlatform());
    expect(() => builder.workerThreads(2).build()).toThrow(PlatformNotSupportedError);
    expect(() => Runtime.builder().threadName("w").stackSize(1).build()).toThrow(PlatformNotSupportedError);
  });
});
