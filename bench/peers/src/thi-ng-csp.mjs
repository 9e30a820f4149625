import { channel } from "@thi.ng/csp";
import { share, workers } from "./workers.mjs";

async function chan(n, senders, receivers) {
  const queue = channel(16);
  let total = 0;
  await Promise.all([
    workers(senders, async (index) => {
      for (let value = index; value < n; value += senders) await queue.write(value);
    }),
    workers(receivers, async (index) => {
      for (let i = share(n, receivers, index); i > 0; i--) {
        const value = await queue.read();
        total += value;
      }
    }),
  ]);
  return total;
}

export const work = {
  "chan-bounded-1x1": (n) => chan(n, 1, 1),
  "chan-bounded-8x1": (n) => chan(n, 8, 1),
  "chan-bounded-8x8": (n) => chan(n, 8, 8),
};
