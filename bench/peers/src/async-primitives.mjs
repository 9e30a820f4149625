/* global AbortController */
import { createMutex, createReaderWriterLock, createSemaphore } from "async-primitives";
import { share, workers } from "./workers.mjs";

async function locked(n, acquire, count, pause) {
  let total = 0;
  await workers(count, async (index) => {
    for (let i = share(n, count, index); i > 0; i--) {
      const handle = await acquire(i);
      total++;
      if (pause) await null;
      handle.release();
    }
  });
  return total;
}

const mutex = () => {
  const lock = createMutex();
  return () => lock.lock();
};
const semaphore = () => {
  const permits = createSemaphore(4);
  return () => permits.acquire();
};

export const work = {
  "mutex-uncontended": (n) => locked(n, mutex(), 1, false),
  "mutex-contended": (n) => locked(n, mutex(), 8, true),
  "mutex-deep": (n) => locked(n, mutex(), 1_000, false),
  "semaphore-1": (n) => locked(n, semaphore(), 1, true),
  "semaphore-8": (n) => locked(n, semaphore(), 8, true),
  "semaphore-1000": (n) => locked(n, semaphore(), 1_000, true),
  rwlock(n) {
    const lock = createReaderWriterLock();
    return locked(n, (i) => (i % 4 === 0 ? lock.writeLock() : lock.readLock()), 8, true);
  },
  async "cancel-waiters"(n) {
    const lock = createMutex();
    const handle = await lock.lock();
    const controller = new AbortController();
    let cancelled = 0;
    const waits = Array.from({ length: n }, () => lock.lock(controller.signal).then(undefined, () => cancelled++));
    controller.abort();
    await Promise.all(waits);
    handle.release();
    return cancelled;
  },
};
