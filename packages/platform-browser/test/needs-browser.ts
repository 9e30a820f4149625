import { afterAll, describe } from "vitest";
import { type BrowserSession, openBrowser } from "../src/launch/index.js";

/**
 * Declares tests that need a browser. Where none can start they fail in CI, and are skipped elsewhere with the reason on
 * stderr.
 */
export async function describeInBrowser(title: string, tests: (browser: BrowserSession) => void): Promise<void> {
  let browser: BrowserSession;
  try {
    browser = await openBrowser();
  } catch (error) {
    if (process.env["CI"]) throw error;
    process.stderr.write(`\nSKIPPED, no browser can start here: ${title}\n  ${String(error)}\n`);
    describe.skip(title, () => tests(undefined as never));
    return;
  }
  describe(title, () => {
    afterAll(() => browser.close());
    tests(browser);
  });
}
