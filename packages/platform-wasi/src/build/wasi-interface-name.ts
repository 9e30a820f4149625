/** The version of WASI that components are built for; every 0.2 release is compatible with it. */
export const WASI_VERSION = "0.2.12";

const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  cli: [
    "environment",
    "exit",
    "stderr",
    "stdin",
    "stdout",
    "terminal-input",
    "terminal-output",
    "terminal-stderr",
    "terminal-stdin",
    "terminal-stdout",
  ],
  clocks: ["monotonic-clock", "wall-clock"],
  filesystem: ["preopens", "types"],
  io: ["error", "poll", "streams"],
  random: ["insecure", "insecure-seed", "random"],
  sockets: ["instance-network", "ip-name-lookup", "network", "tcp", "tcp-create-socket", "udp", "udp-create-socket"],
};

/**
 * The full name of a WASI interface that a program imports: `wasi:io/poll`, `wasi:io/poll@0.2.3` and
 * `wasi:io/poll@0.2.12` are all `wasi:io/poll@0.2.12`.
 *
 * @returns the name, or `{ problem }` that says why this interface cannot be imported
 */
export function wasiInterfaceName(specifier: string): string | { problem: string } {
  const match = /^wasi:([a-z-]+)\/([a-z-]+)(?:@(\d+\.\d+)\.\d+)?$/.exec(specifier);
  const [, packageName = "", interfaceName = "", version = "0.2"] = match ?? [];
  if (match === null) return { problem: `"${specifier}" is not the name of a WASI interface, such as "wasi:io/poll@${WASI_VERSION}"` };
  if (version !== "0.2") {
    return {
      problem: `"${specifier}" is not part of WASI 0.2, for which components are built: import "wasi:${packageName}/${interfaceName}@${WASI_VERSION}"`,
    };
  }
  const interfaces = PACKAGES[packageName];
  if (interfaces === undefined) {
    return {
      problem: `"${specifier}": the package wasi:${packageName} cannot be used from JavaScript; there are ${Object.keys(PACKAGES).join(", ")}`,
    };
  }
  if (!interfaces.includes(interfaceName)) {
    return { problem: `"${specifier}": wasi:${packageName} has no interface "${interfaceName}"; there are ${interfaces.join(", ")}` };
  }
  return `wasi:${packageName}/${interfaceName}@${WASI_VERSION}`;
}
