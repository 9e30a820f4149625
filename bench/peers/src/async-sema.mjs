import { Sema } from "async-sema";
import { share, workers } from "./workers.mjs";

async function locked(n, permits, count, pause) {
  const sema = new Sema(permits);
  let total = 0;
  await workers(count, async (index) => {
    for (let i = share(n, count, index); i > 0; i--) {
      await sema.acquire();
      const before = total;
      if (permits > 1) total++;
      if (pause) await null;
      if (permits === 1) total = before + 1;
      sema.release();
    }
  });
  return total;
}

export const work = {
  "mutex-uncontended": (n) => locked(n, 1, 1, false),
  "mutex-contended": (n) => locked(n, 1, 8, true),
  "mutex-deep": (n) => locked(n, 1, 1_000, false),
  "semaphore-1": (n) => locked(n, 4, 1, true),
  "semaphore-8": (n) => locked(n, 4, 8, true),
  "semaphore-1000": (n) => locked(n, 4, 1_000, true),
};
