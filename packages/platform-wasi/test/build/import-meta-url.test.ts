import { describe, expect, it } from "vitest";
import { importMetaUrl } from "../../src/build/import-meta-url.js";

describe("importMetaUrl()", () => {
  it.each([
    ["/home/me/app/main.ts", "file:///main.ts"],
    ["/home/me/app/lib/a b.ts", "file:///lib/a%20b.ts"],
    ["/home/me/shared/x.ts", "file:///shared/x.ts"],
    ["/home/me/app/node_modules/pkg/index.js", "file:///node_modules/pkg/index.js"],
    ["/opt/store/node_modules/a/node_modules/b/c.js", "file:///node_modules/b/c.js"],
  ])("makes %s into %s, without the machine's directories", (file, url) => {
    expect(importMetaUrl(file, "/home/me/app")).toBe(url);
  });
});
