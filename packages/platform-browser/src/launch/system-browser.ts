import { access, constants } from "node:fs/promises";
import { delimiter, join } from "node:path";
import type { BrowserBinary } from "./browser-binary.js";

/** The lightest first. Not `chromium-browser`: on Ubuntu that is a stub which only tells to install a snap. */
const ON_PATH = ["chromium-headless-shell", "chromium", "google-chrome", "google-chrome-stable", "microsoft-edge"];

const ON_MACOS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

const ON_WINDOWS = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];

/** Finds a Chromium-family browser in its usual places on Linux, macOS and Windows. */
export async function findSystemBrowser(): Promise<BrowserBinary | undefined> {
  for (const path of candidates()) {
    if (await isExecutable(path)) return { path, origin: "system", env: {} };
  }
  return undefined;
}

function candidates(): string[] {
  const { env, platform } = process;
  if (platform === "win32") {
    const roots = [env["PROGRAMFILES"], env["PROGRAMFILES(X86)"], env["LOCALAPPDATA"]].filter((root) => root !== undefined);
    return ON_WINDOWS.flatMap((file) => roots.map((root) => join(root, file)));
  }
  const directories = (env["PATH"] ?? "").split(delimiter).filter((directory) => directory !== "");
  const onPath = ON_PATH.flatMap((name) => directories.map((directory) => join(directory, name)));
  return platform === "darwin" ? [...ON_MACOS, ...onPath] : onPath;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
