import pLimit from "p-limit";
import { share, workers } from "./workers.mjs";

async function limited(n, permits, count, pause) {
  const limit = pLimit(permits);
  let total = 0;
  await workers(count, async (index) => {
    for (let i = share(n, count, index); i > 0; i--) {
      await limit(async () => {
        if (pause) await null;
        total++;
      });
    }
  });
  return total;
}

export const work = {
  "mutex-uncontended": (n) => limited(n, 1, 1, false),
  "mutex-contended": (n) => limited(n, 1, 8, true),
  "mutex-deep": (n) => limited(n, 1, 1_000, false),
  "semaphore-1": (n) => limited(n, 4, 1, true),
  "semaphore-8": (n) => limited(n, 4, 8, true),
  "semaphore-1000": (n) => limited(n, 4, 1_000, true),
};
