/** Packs every public package as it would be published and asks publint and attw whether its users can import it. */
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("..", import.meta.url));
const bin = (name) => join(root, "node_modules", ".bin", name);
const failures = [];

for (const folder of readdirSync(join(root, "packages"))) {
  const directory = join(root, "packages", folder);
  const { private: isPrivate, name } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
  if (isPrivate) continue;
  const packed = mkdtempSync(join(tmpdir(), "portalis-pack-"));
  try {
    await run(bin("pnpm"), ["pack", "--pack-destination", packed], { cwd: directory });
    const tarball = join(packed, readdirSync(packed)[0]);
    await check(name, "publint", [tarball, "--strict"]);
    await check(name, "attw", [tarball, "--profile", "esm-only", "--quiet", "--no-emoji"]);
  } finally {
    rmSync(packed, { recursive: true, force: true });
  }
}

for (const failure of failures) console.error(failure);
console.log(failures.length === 0 ? "publint and attw: all packages are well" : `publint and attw: ${failures.length} findings`);
process.exit(failures.length === 0 ? 0 : 1);

async function check(name, tool, args) {
  try {
    await run(bin(tool), args, { env: { ...process.env, NO_COLOR: "1" } });
  } catch (error) {
    failures.push(`${name}: ${tool}: ${error.stdout}${error.stderr}`);
  }
}
