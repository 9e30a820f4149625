/**
 * What is measured: each row is one workload that every peer writes as well as it can. `count` is the number of operations of one run,
 * `targets` how many times cheaper than the peer ours must be.
 */
export const rows = [
  { name: "mutex-free", text: "uncontended lock", count: 200_000, targets: { native: 2.5, asyncio: 20, effect: 20 } },
  { name: "semaphore-free", text: "uncontended semaphore", count: 200_000, targets: { native: 2.5, asyncio: 20, effect: 20 } },
  { name: "notify-permit", text: "notify permit", count: 200_000, targets: { native: 2.5, asyncio: 20, effect: 20 } },
  {
    name: "mutex-contended",
    text: "contended lock, 100 tasks, a yield inside",
    count: 50_000,
    targets: { native: 1.1, asyncio: 30, effect: 30 },
  },
  { name: "mpsc-1", text: "bounded channel, capacity 1", count: 100_000, targets: { native: 1.5, asyncio: 15, effect: 15 } },
  { name: "mpsc-16", text: "bounded channel, capacity 16", count: 100_000, targets: { native: 2, asyncio: 15, effect: 15 } },
  { name: "mpsc-1024", text: "bounded channel, capacity 1024", count: 100_000, targets: { native: 2.5, asyncio: 15, effect: 15 } },
  { name: "oneshot", text: "oneshot, waited for", count: 100_000, targets: { native: 1.2, asyncio: 35, effect: 10 } },
  { name: "ping-pong", text: "notify ping-pong", count: 100_000, targets: { native: 1.5, asyncio: 35, effect: 10 } },
  { name: "spawn-join", text: "spawn and join", count: 100_000, targets: { native: 1.8, asyncio: 25, effect: 10, effection: 10 } },
  { name: "yield", text: "yield-now, 1000 tasks", count: 500_000, targets: { native: 1, asyncio: 20, effect: 15, effection: 15 } },
  { name: "timeout-met", text: "timeout around a wait that is met", count: 50_000, targets: { native: 3, asyncio: 40, effect: 10 } },
  { name: "sleeps", text: "sleeps, random 0-50 ms", count: 100_000, targets: { native: 1.7, asyncio: 10, effect: 3, effection: 3 } },
  {
    name: "abort",
    text: "abort blocked tasks and reap them",
    count: 100_000,
    targets: { native: 1.1, asyncio: 20, effect: 3, effection: 3 },
  },
  { name: "depth-1", text: "resume at await depth 1", count: 200_000, targets: {} },
  { name: "depth-50", text: "resume at await depth 50", count: 200_000, targets: { asyncio: 10 } },
];

/** Bytes of heap per parked task: ours at most `most`. */
export const parked = { count: 100_000, most: 300 };
