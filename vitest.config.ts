import { readdirSync } from "node:fs";
import { documentationTests } from "@portalis/tooling/documentation-tests";
import { defineConfig } from "vitest/config";

// Packages are tested from their sources: the condition leads from one to the next without a build.
const conditions = ["@portalis/source", "node", "import", "module", "default"];
const source = { resolve: { conditions }, ssr: { resolve: { conditions, externalConditions: conditions } } };

const packages = readdirSync(new URL("packages", import.meta.url)).filter((name) => name !== "tooling");

export default defineConfig({
  test: {
    projects: [
      ...packages.map((name) => ({
        ...source,
        test: {
          name,
          root: `packages/${name}`,
          include: ["test/**/*.test.ts"],
          testTimeout: 20_000,
        },
      })),
      {
        ...source,
        plugins: [documentationTests()],
        test: { name: "documentation", include: ["README.md", ...packages.map((name) => `packages/${name}/README.md`)] },
      },
    ],
  },
});
