import { readdirSync, readFileSync } from "node:fs";
import { waitsCovered } from "@portalis/conformance";
import { expect, test } from "vitest";

/** Granted by time alone: its phases are tested in virtual time, in `packages/sync/test/rate-limiter.test.ts`. */
const elsewhere = ["RateLimiter.acquire"];

/** Every public method of a package's classes that gives an operation, as the sources declare them. */
function waitingMethods(name: string): string[] {
  const folder = new URL(`../../${name}/src/`, import.meta.url);
  return readdirSync(folder).flatMap((file) => {
    const methods: string[] = [];
    let owner = "";
    for (const line of readFileSync(new URL(file, folder), "utf8").split("\n")) {
      owner = /^export class (\w+)/.exec(line)?.[1] ?? owner;
      const method = /^ {2}(?:override )?(\w+)(?:<\w+>)?\(.*\): Operation</.exec(line)?.[1];
      if (method !== undefined) methods.push(`${owner}.${method}`);
    }
    return methods;
  });
}

test("the suite of waits covers every waiting method of sync and channels, in all phases of cancellation", async () => {
  const { operations, phases } = waitsCovered;
  const declared = [...waitingMethods("sync"), ...waitingMethods("channels")];
  const missing = declared.filter((name) => !operations.includes(name) && !elsewhere.includes(name));
  expect(missing).toEqual([]);
  expect(declared.length).toBeGreaterThan(30);
  const head = ["operation", "both styles", "losing branch", ...phases.map((phase) => `cancelled ${phase}`)];
  const cells = [head, ...operations.map((name) => [`\`${name}\``, ...head.slice(1).map(() => "✓")])];
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const rows = cells.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)));
  rows.splice(
    1,
    0,
    widths.map((width) => "-".repeat(width)),
  );
  const table = rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
  const text = `# Operations and phases of cancellation\n\nWritten by \`test/waits-table.test.ts\`; each ✓ is checked by the suite \`waits\` on every platform.\n\n${table}\n`;
  await expect(text).toMatchFileSnapshot("../waits.md");
});
