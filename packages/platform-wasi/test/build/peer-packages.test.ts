import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { MissingPackageError } from "../../src/build/missing-package-error.js";
import { loadPeer, testedVersion } from "../../src/build/peer-packages.js";

const notFound = (name: string): Error =>
  Object.assign(new Error(`Cannot find package '${name}' imported from here`), { code: "ERR_MODULE_NOT_FOUND" });

describe("loadPeer()", () => {
  it("gives the package", async () => {
    expect(await loadPeer("A step", "esbuild", () => Promise.resolve("module"))).toBe("module");
  });

  it("says which package is missing, what for, and the command that installs it", async () => {
    const error: unknown = await loadPeer("A step", "componentize-qjs", () => Promise.reject(notFound("componentize-qjs"))).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(MissingPackageError);
    expect(error).toMatchObject({
      code: "ERR_WASI_MISSING_PACKAGE",
      package: "componentize-qjs",
      message: 'A step needs the package "componentize-qjs", which is not installed: npm install --save-dev componentize-qjs@0.4.5',
    });
  });

  it("passes on any other error, such as something missing inside the package", async () => {
    const inner = notFound("its-own-dependency");
    await expect(loadPeer("A step", "esbuild", () => Promise.reject(inner))).rejects.toBe(inner);
  });

  it("names the versions that are installed for the tests", () => {
    const require = createRequire(import.meta.url);
    for (const name of ["acorn", "esbuild", "magic-string"] as const) {
      expect((require(`${name}/package.json`) as { version: string }).version).toBe(testedVersion(name));
    }
  });
});
