import { Effect, Queue, Semaphore } from "effect";
import { share } from "./workers.mjs";

const all = (effects) => Effect.all(effects, { concurrency: "unbounded", discard: true });

function locked(n, permits, count, pause) {
  return Effect.runPromise(
    Effect.gen(function* () {
      const semaphore = yield* Semaphore.make(permits);
      let total = 0;
      const section = Effect.gen(function* () {
        if (pause) yield* Effect.yieldNow;
        total++;
      });
      const worker = (index) =>
        Effect.gen(function* () {
          for (let i = share(n, count, index); i > 0; i--) yield* semaphore.withPermits(1)(section);
        });
      yield* all(Array.from({ length: count }, (_, index) => worker(index)));
      return total;
    }),
  );
}

function channel(n, make, senders, receivers) {
  return Effect.runPromise(
    Effect.gen(function* () {
      const queue = yield* make;
      let total = 0;
      const send = (index) =>
        Effect.gen(function* () {
          for (let value = index; value < n; value += senders) yield* Queue.offer(queue, value);
        });
      const receive = (index) =>
        Effect.gen(function* () {
          for (let i = share(n, receivers, index); i > 0; i--) {
            const value = yield* Queue.take(queue);
            total += value;
          }
        });
      const workers = (count, work) => Array.from({ length: count }, (_, index) => work(index));
      yield* all([...workers(senders, send), ...workers(receivers, receive)]);
      return total;
    }),
  );
}

export const work = {
  "mutex-uncontended": (n) => locked(n, 1, 1, false),
  "mutex-contended": (n) => locked(n, 1, 8, true),
  "mutex-deep": (n) => locked(n, 1, 1_000, false),
  "semaphore-1": (n) => locked(n, 4, 1, true),
  "semaphore-8": (n) => locked(n, 4, 8, true),
  "semaphore-1000": (n) => locked(n, 4, 1_000, true),
  "chan-bounded-1x1": (n) => channel(n, Queue.bounded(16), 1, 1),
  "chan-bounded-8x1": (n) => channel(n, Queue.bounded(16), 8, 1),
  "chan-bounded-8x8": (n) => channel(n, Queue.bounded(16), 8, 8),
  "chan-unbounded-1x1": (n) => channel(n, Queue.unbounded(), 1, 1),
};
