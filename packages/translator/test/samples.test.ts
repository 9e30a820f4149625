import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { formatDiagnostics, translate } from "@portalis/translator";
import { describe, expect, test } from "vitest";

const samples = new URL("samples/", import.meta.url);

/** `UPDATE=1` writes what the translator gives; read the difference before you commit it. */
const update = process.env["UPDATE"] === "1";

describe("translate() gives the reviewed TypeScript", () => {
  for (const name of readdirSync(samples).sort()) {
    test(name, () => {
      const source = readFileSync(new URL(`${name}/program.py`, samples), "utf8");
      const { code, diagnostics } = translate(source, { filename: `${name}.py` });
      expect(formatDiagnostics(diagnostics, source, `${name}.py`)).toBe("");
      const emitted = new URL(`${name}/emitted.ts`, samples);
      if (update || !existsSync(emitted)) writeFileSync(emitted, code);
      expect(code).toBe(readFileSync(emitted, "utf8"));
    });
  }
});
