import { action, run, sleep, spawn, suspend } from "effection";

function* yields(n) {
  for (let i = 0; i < n; i++) yield* sleep0();
}

const { queueMicrotask } = globalThis;

/** The cheapest way to let others run that effection has. */
function sleep0() {
  return action((resolve) => {
    queueMicrotask(resolve);
    return () => undefined;
  });
}

function* spawnAll(n, body) {
  const tasks = [];
  for (let i = 0; i < n; i++) tasks.push(yield* spawn(body));
  return tasks;
}

export const workloads = {
  "spawn-join": (n) =>
    run(function* () {
      const tasks = yield* spawnAll(n, function* () {
        return 1;
      });
      for (const task of tasks) yield* task;
    }),
  yield: (n) =>
    run(function* () {
      const tasks = yield* spawnAll(1000, () => yields(n / 1000));
      for (const task of tasks) yield* task;
    }),
  sleeps: (n) =>
    run(function* () {
      const tasks = yield* spawnAll(n, () => sleep(Math.random() * 50));
      for (const task of tasks) yield* task;
    }),
  abort: (n) =>
    run(function* () {
      const tasks = yield* spawnAll(n, () => suspend());
      for (const task of tasks) yield* task.halt();
    }),
};

/** One tenth of the operations of a row: a full one takes this peer half a minute. */
export const share = 0.1;
