/** Installs the dependencies when they are missing or older than the lockfile. Needs nothing but Node and npm. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const PNPM = "pnpm@10.34.9";
const root = fileURLToPath(new URL("..", import.meta.url));

const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Cannot install: this project needs Node 20.19 or newer, and this is ${process.versions.node}`);
  process.exit(1);
}

const wanted = read("pnpm-lock.yaml");
if (wanted === read("node_modules/.pnpm/lock.yaml")) process.exit(0);

console.log("Installing dependencies ...");
const { status, error } = spawnSync("npx", ["--yes", PNPM, "install", "--frozen-lockfile", "--reporter=append-only", "--loglevel=warn"], {
  cwd: root,
  stdio: "inherit",
  shell: process.platform === "win32",
});
if (error !== undefined) console.error(`Cannot install: npx did not start: ${error.message}`);
process.exit(status ?? 1);

function read(path) {
  try {
    return readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
  } catch {
    return undefined;
  }
}
