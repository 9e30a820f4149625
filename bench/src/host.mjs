import { clearInterval, setInterval } from "node:timers";
import { createServer, connect } from "node:net";

const INTERVAL = 5;

/** What the host still gets while a million yields run, and how late sleeps wake when idle. */
export async function measureHost(peer) {
  const idle = [];
  await peer.run(function* () {
    for (let i = 0; i < 60; i++) {
      const start = performance.now();
      yield* peer.sleep(3);
      idle.push(performance.now() - start - 3);
    }
  });

  const late = [];
  let planned = performance.now() + INTERVAL;
  const interval = setInterval(() => {
    const now = performance.now();
    late.push(Math.max(0, now - planned));
    planned = now + INTERVAL;
  }, INTERVAL);
  const server = createServer((peer) => peer.on("error", () => undefined).pipe(peer));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const socket = connect(server.address().port, "127.0.0.1");
  socket.setNoDelay(true);
  await new Promise((resolve) => socket.once("connect", resolve));
  const echo = [];
  let sent = performance.now();
  socket.on("data", () => {
    echo.push(performance.now() - sent);
    sent = performance.now();
    socket.write("x");
  });
  socket.write("x");
  const sleeps = [];
  let busy = true;
  const sleeper = peer.spawn(function* () {
    while (busy) {
      const start = performance.now();
      yield* peer.sleep(2);
      sleeps.push(performance.now() - start - 2);
    }
  });
  const start = performance.now();
  for (let round = 0; round < 10; round++) {
    await peer.run(function* () {
      const handles = [];
      for (let i = 0; i < 1000; i++) handles.push(peer.spawn(peer.yields(1000)));
      for (const handle of handles) yield* handle.join();
    });
  }
  const elapsed = performance.now() - start;
  busy = false;
  clearInterval(interval);
  // Whatever is still under way when the connection goes is of no interest.
  socket.on("error", () => undefined);
  socket.destroy();
  server.close();
  await sleeper.join();
  return {
    yields: 10_000_000,
    elapsed,
    idleSleepLate: spread(idle),
    busySleepLate: spread(sleeps),
    nativeIntervalLate: spread(late),
    echo: spread(echo),
  };
}

function spread(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { count: sorted.length, min: sorted[0], p50: at(0.5), p99: at(0.99), max: sorted.at(-1) };
}
