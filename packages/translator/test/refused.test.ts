import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { exitCodeOf, formatDiagnostics, translate } from "@portalis/translator";
import { describe, expect, test } from "vitest";

const refused = new URL("refused/", import.meta.url);
const update = process.env["UPDATE"] === "1";

describe("translate() refuses with a place, a reason and a way out", () => {
  for (const file of readdirSync(refused)
    .filter((name) => name.endsWith(".py"))
    .sort()) {
    test(file, () => {
      const source = readFileSync(new URL(file, refused), "utf8");
      const { code, diagnostics } = translate(source, { filename: file });
      expect(code).toBe("");
      const text = `${formatDiagnostics(diagnostics, source, file)}exit code ${exitCodeOf(diagnostics)}\n`;
      const expected = new URL(file.replace(/\.py$/, ".expected.txt"), refused);
      if (update || !existsSync(expected)) writeFileSync(expected, text);
      expect(text).toBe(readFileSync(expected, "utf8"));
    });
  }
});
