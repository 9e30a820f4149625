import type { Plugin } from "vitest/config";

/** A vitest plugin that makes each ```ts fence of a Markdown file one test. */
export function documentationTests(): Plugin;
