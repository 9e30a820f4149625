/**
 * Checks that the lockfile has the binaries of all platforms: a lockfile made against a registry that lacks some of them
 * loses them without a word, and installs elsewhere then fail.
 */
import { readFileSync, realpathSync } from "node:fs";
import { parse } from "yaml";

const root = new URL("../", import.meta.url);
const { snapshots } = parse(readFileSync(new URL("pnpm-lock.yaml", root), "utf8"));
const missing = [];
let checked = 0;

for (const [key, { optionalDependencies: locked = {} }] of Object.entries(snapshots)) {
  const id = key.replace(/\(.*$/, "");
  const at = id.lastIndexOf("@");
  const name = id.slice(0, at);
  const wanted = Object.keys(manifest(name, id)?.optionalDependencies ?? {});
  if (wanted.length < 3) continue; // not a set of binaries
  checked++;
  for (const dependency of wanted) if (!(dependency in locked)) missing.push(`${id} has no ${dependency}`);
}

if (checked === 0) missing.push("no package with binaries was found at all: is everything installed?");
for (const line of missing) console.error(`pnpm-lock.yaml: ${line}`);
console.log(`${checked} packages with binaries, ${missing.length} missing`);
process.exit(missing.length === 0 ? 0 : 1);

function manifest(name, id) {
  try {
    const folder = realpathSync(new URL(`node_modules/.pnpm/${id.replaceAll("/", "+")}/node_modules/${name}`, root));
    return JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  } catch {
    return undefined;
  }
}
