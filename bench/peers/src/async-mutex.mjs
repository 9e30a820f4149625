import { Mutex, Semaphore } from "async-mutex";
import { share, workers } from "./workers.mjs";

async function mutex(n, count, pause) {
  const lock = new Mutex();
  let total = 0;
  await workers(count, async (index) => {
    for (let i = share(n, count, index); i > 0; i--) {
      const release = await lock.acquire();
      const before = total;
      if (pause) await null;
      total = before + 1;
      release();
    }
  });
  return total;
}

async function semaphore(n, count) {
  const permits = new Semaphore(4);
  let total = 0;
  await workers(count, async (index) => {
    for (let i = share(n, count, index); i > 0; i--) {
      const [, release] = await permits.acquire();
      total++;
      await null;
      release();
    }
  });
  return total;
}

export const work = {
  "mutex-uncontended": (n) => mutex(n, 1, false),
  "mutex-contended": (n) => mutex(n, 8, true),
  "mutex-deep": (n) => mutex(n, 1_000, false),
  "semaphore-1": (n) => semaphore(n, 1),
  "semaphore-8": (n) => semaphore(n, 8),
  "semaphore-1000": (n) => semaphore(n, 1_000),
};
