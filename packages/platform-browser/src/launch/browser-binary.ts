/** A Chromium-family browser that is present on this machine. */
export interface BrowserBinary {
  /** The absolute path of the executable. */
  readonly path: string;
  /** How it was found: named by `CHROME_PATH`, installed on the system, or carried by an npm package. */
  readonly origin: "CHROME_PATH" | "system" | "npm";
  /** Environment variables it needs on top of the process's own: where its libraries and fonts are. */
  readonly env: Readonly<Record<string, string>>;
}
