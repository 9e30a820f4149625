/** Measures one peer in a process of its own: `node --expose-gc child.mjs <module> <what> <argument>`; prints one JSON object. */
import { rows } from "./rows.mjs";

/** For how many milliseconds one row may run. */
const LONGEST = 4_000;

const [file, what, argument, list] = process.argv.slice(2);
const peer = await import(file);

/**
 * Nanoseconds of process CPU time, all threads included: the collector works in others. No forced collection before: it throws away
 * optimised code whose objects have all died, and the run then measures the compiler.
 */
async function cpu(work) {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) * 1000;
}

async function measureRows(runs) {
  const best = {};
  for (const { name, count } of rows) {
    const workload = peer.workloads[name];
    if (workload === undefined || !list.split(",").includes(name)) continue;
    const operations = count * (peer.share ?? 1);
    const started = performance.now();
    // The first runs are the compiler's. What is slow has fewer.
    for (let i = 0; i < runs && performance.now() - started < LONGEST; i++) {
      const ns = (await cpu(() => workload(operations))) / operations;
      best[name] = Math.min(best[name] ?? Infinity, ns);
    }
  }
  return best;
}

async function measureParked(count) {
  // Once before, so that what is made once is not counted.
  await (
    await peer.park(1000)
  )();
  globalThis.gc();
  const before = process.memoryUsage().heapUsed;
  const parked = { release: await peer.park(count) };
  globalThis.gc();
  const bytes = (process.memoryUsage().heapUsed - before) / count;
  await parked.release();
  delete parked.release;
  await new Promise((resolve) => setTimeout(resolve, 20));
  globalThis.gc();
  return { bytes, leftOver: (process.memoryUsage().heapUsed - before) / count };
}

/** Nanoseconds per task from spawn to join, at several sizes. */
async function measureGrowth(counts) {
  const result = {};
  await peer.life(1000);
  for (const count of counts) {
    let best = Infinity;
    for (let i = 0; i < (count > 200_000 ? 2 : 3); i++) best = Math.min(best, (await cpu(() => peer.life(count))) / count);
    result[count] = best;
  }
  return result;
}

const measured = {
  rows: () => measureRows(Number(argument)),
  parked: () => measureParked(Number(argument)),
  growth: () => measureGrowth(argument.split(",").map(Number)),
  host: async () => (await import("./host.mjs")).measureHost(peer),
};
console.log(JSON.stringify(await measured[what]()));
