// Runs on the built packages, as a user's program does: no source condition, no test framework.
import { AsyncMutex, joinAll, mpsc, run, runtime, sleep, spawn } from "@portalis/async";

const mutex = new AsyncMutex([]);

function* append(name, milliseconds) {
  const guard = yield* mutex.lock();
  try {
    yield* sleep(milliseconds);
    guard.value.push(name);
  } finally {
    guard.release();
  }
}

function* main() {
  const tasks = [spawn(append("a", 3)), spawn(append("b", 1))];
  for (const task of tasks) yield* task.join();
  const [tx, rx] = mpsc.bounded(1);
  const [, value] = yield* joinAll([tx.send("through a channel"), rx.recv()]);
  const guard = yield* mutex.lock();
  return { platform: runtime().platform.name, order: guard.value, value };
}

console.log(JSON.stringify(await run(main())));
