/**
 * The work: what is done, how often, and the checksum that everybody must come to. `n` is the number of operations.
 *
 * Locks: a critical section adds 1 to a total. Channels: the numbers below n are sent and added up.
 */
const sum = (n) => (n * (n - 1)) / 2;
const count = (n) => n;

export const rows = [
  { name: "mutex-uncontended", n: 200_000, checksum: count, about: "one worker locks and unlocks" },
  { name: "mutex-contended", n: 100_000, checksum: count, about: "8 workers, the holder waits one promise job" },
  { name: "mutex-deep", n: 50_000, checksum: count, about: "1,000 workers in the queue" },
  { name: "semaphore-1", n: 100_000, checksum: count, about: "4 permits, 1 worker" },
  { name: "semaphore-8", n: 100_000, checksum: count, about: "4 permits, 8 workers" },
  { name: "semaphore-1000", n: 50_000, checksum: count, about: "4 permits, 1,000 workers" },
  { name: "rwlock", n: 50_000, checksum: count, about: "8 workers, one write in four" },
  { name: "chan-bounded-1x1", n: 100_000, checksum: sum, about: "capacity 16" },
  { name: "chan-bounded-8x1", n: 100_000, checksum: sum, about: "capacity 16" },
  { name: "chan-bounded-8x8", n: 100_000, checksum: sum, about: "capacity 16" },
  { name: "chan-unbounded-1x1", n: 100_000, checksum: sum, about: "sent without waiting" },
  { name: "oneshot", n: 100_000, checksum: sum, about: "made, sent, received" },
  { name: "broadcast-1x8", n: 20_000, checksum: (n) => 8 * sum(n), about: "capacity 64, nobody is behind" },
  { name: "watch", n: 50_000, checksum: sum, about: "each change is waited for and read" },
  { name: "cancel-waiters", n: 20_000, checksum: count, about: "waiters of one lock, cancelled by one signal" },
];
