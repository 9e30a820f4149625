import * as channels from "@portalis/channels";
import * as runtime from "@portalis/runtime";
import * as sync from "@portalis/sync";
import * as task from "@portalis/task";
import * as time from "@portalis/time";
import { describe, expect, test } from "vitest";
import * as portable from "../src/index.js";

const packages = { runtime, task, time, sync, channels };

describe("the umbrella", () => {
  test.each(Object.keys(packages) as (keyof typeof packages)[])("re-exports all of @portalis/%s, the very same things", (name) => {
    const umbrella: Record<string, unknown> = { ...portable };
    expect(umbrella).toMatchObject({ ...packages[name] });
  });

  test("adds nothing of its own", () => {
    const names = Object.values(packages).flatMap((exported) => Object.keys(exported));
    expect(Object.keys(portable).sort()).toEqual([...new Set(names)].sort());
  });

  test("is Node's here: importing it installs that platform", async () => {
    const umbrella = await import("@portalis/async");
    expect(umbrella.runtime().platform.name).toBe("node");
    expect(Object.keys(umbrella)).toEqual(Object.keys(portable));
  });
});
