/**
 * The command line of a headless browser that belongs to this process alone.
 *
 * The pipe is what ties the browser's life to ours: it ends when the other side of the pipe is closed, which the system
 * does even for a process that was killed. On Linux the sandbox is off, because in containers and as root it cannot
 * start; a page that is run here is the user's own program, which Node would run with no sandbox at all.
 */
export function browserArguments(profile: string, url: string, extra: readonly string[] = []): string[] {
  return [
    "--headless",
    ...(process.platform === "linux" ? ["--no-sandbox", "--disable-dev-shm-usage"] : []),
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
    `--user-data-dir=${profile}`,
    ...extra,
    url,
  ];
}
