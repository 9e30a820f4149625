import js from "@eslint/js";
import tseslint from "typescript-eslint";

/**
 * Who may import whom: every package and what its sources may import of ours. Imports run downwards only; `turbo boundaries`
 * checks besides that every import is declared and that none leaves its package by a path.
 */
const layers = {
  runtime: [],
  task: ["runtime"],
  time: ["runtime", "task"],
  sync: ["runtime", "task", "time"],
  channels: ["runtime", "task", "time"],
  testing: ["runtime"],
  "platform-node": ["runtime"],
  "platform-browser": ["runtime"],
  "platform-wasi": ["runtime"],
  async: ["runtime", "task", "time", "sync", "channels", "platform-node", "platform-browser", "platform-wasi"],
  conformance: ["runtime", "task", "time", "sync", "channels", "testing"],
  parser: [],
  python: ["runtime"],
  asyncio: ["runtime", "task", "time", "python"],
  translator: ["parser"],
  cli: ["translator", "parser", "async", "python", "asyncio", "platform-browser", "platform-wasi"],
};

const layerRules = Object.entries(layers).map(([name, allowed]) => ({
  files: [`packages/${name}/src/**/*.ts`],
  rules: {
    "no-restricted-imports": [
      "error",
      {
        patterns: [
          {
            regex: `^@portalis/(?!(?:${allowed.join("|") || "$"})(?:/|$))`,
            message: `packages/${name} may import only ${allowed.length === 0 ? "nothing of ours" : allowed.join(", ")}: imports run downwards (eslint.config.js, layers).`,
          },
          { regex: "\\.\\./\\.\\./\\.\\./", message: "A path out of the package: import the other package by its name." },
        ],
      },
    ],
  },
}));

export default tseslint.config(
  {
    ignores: ["**/dist/", "**/node_modules/", "**/coverage/", "**/samples/", "**/fixtures/", "examples/**/*.ts"],
  },
  js.configs.recommended,
  {
    // Coroutines that do not wait on some path are normal, as are generators that only delegate.
    rules: { "require-yield": "off" },
  },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: ["./tsconfig.json"], tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Both fire on `reject(error)` with an error of unknown type and contradict each other.
      "@typescript-eslint/prefer-promise-reject-errors": ["error", { allowThrowingUnknown: true, allowEmptyReject: true }],
      "@typescript-eslint/only-throw-error": ["error", { allowThrowingUnknown: true, allowThrowingAny: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/unified-signatures": "off",
      // Contradicts no-non-null-assertion, which is on.
      "@typescript-eslint/non-nullable-type-assertion-style": "off",
      // `async` without `await` is how a synchronous implementation meets an asynchronous contract.
      "@typescript-eslint/require-await": "off",
    },
  },
  {
    files: ["**/*.js", "**/*.mjs"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        setTimeout: "readonly",
        clearTimeout: "readonly",
        performance: "readonly",
        Buffer: "readonly",
      },
    },
  },
  {
    files: ["packages/*/test/**/*.ts"],
    rules: {
      "@typescript-eslint/no-non-null-assertion": "off",
      "@typescript-eslint/no-empty-function": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/no-explicit-any": "off",
    },
  },
  {
    // Python's values have no static type: `Py` is `any` here, and that is the point.
    files: ["packages/python/src/**/*.ts", "packages/asyncio/src/**/*.ts"],
    rules: {
      "@typescript-eslint/no-explicit-any": "off",
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      "@typescript-eslint/restrict-template-expressions": "off",
      "@typescript-eslint/restrict-plus-operands": "off",
      // Code points are the unit of Python's strings: spreading is how to get at them.
      "@typescript-eslint/no-misused-spread": "off",
      // Python's white space begins among the control characters.
      "no-control-regex": "off",
    },
  },
  ...layerRules,
);
