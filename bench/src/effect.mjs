import { Deferred, Effect, Fiber, Queue, Semaphore } from "effect";

const run = Effect.runPromise;
const { gen, yieldNow } = Effect;

function repeat(n, effect) {
  return gen(function* () {
    for (let i = 0; i < n; i++) yield* effect;
  });
}

function* spawnAll(count, effect) {
  const fibers = [];
  for (let i = 0; i < count; i++) fibers.push(yield* Effect.forkChild(effect));
  return fibers;
}

function* joinAll(fibers) {
  for (const fiber of fibers) yield* Fiber.join(fiber);
}

function semaphoreFree(n) {
  return run(repeat(n, Semaphore.makeUnsafe(1).withPermits(1)(Effect.void)));
}

function channel(capacity) {
  return (n) =>
    run(
      gen(function* () {
        const queue = yield* Queue.bounded(capacity);
        const producer = yield* Effect.forkChild(
          gen(function* () {
            for (let i = 0; i < n; i++) yield* Queue.offer(queue, i);
          }),
        );
        for (let i = 0; i < n; i++) yield* Queue.take(queue);
        yield* Fiber.join(producer);
      }),
    );
}

export const workloads = {
  "mutex-free": semaphoreFree,
  "semaphore-free": semaphoreFree,
  "mutex-contended": (n) =>
    run(
      gen(function* () {
        const body = repeat(n / 100, Semaphore.makeUnsafe(1).withPermits(1)(yieldNow));
        yield* joinAll(yield* spawnAll(100, body));
      }),
    ),
  "mpsc-1": channel(1),
  "mpsc-16": channel(16),
  "mpsc-1024": channel(1024),
  oneshot: (n) =>
    run(
      gen(function* () {
        for (let left = n; left > 0; left -= 1000) {
          const pairs = Array.from({ length: 1000 }, () => Deferred.makeUnsafe());
          const receiver = yield* Effect.forkChild(
            gen(function* () {
              for (const pair of pairs) yield* Deferred.await(pair);
            }),
          );
          for (const pair of pairs) {
            yield* yieldNow;
            yield* Deferred.succeed(pair, 1);
          }
          yield* Fiber.join(receiver);
        }
      }),
    ),
  "spawn-join": (n) =>
    run(
      gen(function* () {
        yield* joinAll(yield* spawnAll(n, Effect.succeed(1)));
      }),
    ),
  yield: (n) =>
    run(
      gen(function* () {
        yield* joinAll(yield* spawnAll(1000, repeat(n / 1000, yieldNow)));
      }),
    ),
  "timeout-met": (n) => run(repeat(n, Effect.timeout(yieldNow, 10_000))),
  sleeps: (n) =>
    run(
      gen(function* () {
        const fibers = [];
        for (let i = 0; i < n; i++) fibers.push(yield* Effect.forkChild(Effect.sleep(Math.random() * 50)));
        yield* joinAll(fibers);
      }),
    ),
  abort: (n) =>
    run(
      gen(function* () {
        const fibers = yield* spawnAll(n, Effect.never);
        yield* yieldNow;
        yield* Fiber.interruptAll(fibers);
      }),
    ),
};

export async function park(n) {
  const gate = Deferred.makeUnsafe();
  const fibers = [];
  for (let i = 0; i < n; i++) fibers.push(Effect.runFork(Deferred.await(gate)));
  await undefined;
  return async () => {
    await run(Deferred.succeed(gate, undefined));
    await run(gen(() => joinAll(fibers)));
  };
}
