import "@portalis/platform-node";
import { mpsc, oneshot } from "@portalis/channels";
import { run, spawn } from "@portalis/runtime";
import { AsyncMutex, AsyncNotify, AsyncSemaphore } from "@portalis/sync";
import { call } from "@portalis/task";
import { sleep, timeout } from "@portalis/time";

function* lockFree(n) {
  const mutex = new AsyncMutex();
  for (let i = 0; i < n; i++) {
    const guard = yield* mutex.lock();
    guard.release();
  }
}

function* semaphoreFree(n) {
  const semaphore = new AsyncSemaphore(1);
  for (let i = 0; i < n; i++) {
    const permit = yield* semaphore.acquire();
    permit.release();
  }
}

function* notifyPermit(n) {
  const notify = new AsyncNotify();
  for (let i = 0; i < n; i++) {
    notify.notifyOne();
    yield* notify.notified();
  }
}

function* contend(mutex, n) {
  for (let i = 0; i < n; i++) {
    const guard = yield* mutex.lock();
    yield;
    guard.release();
  }
}

function* produce(tx, n) {
  for (let i = 0; i < n; i++) yield* tx.send(i);
  tx.close();
}

function* consume(rx) {
  let sum = 0;
  for (let value = yield* rx.recv(); value !== undefined; value = yield* rx.recv()) sum += value;
  return sum;
}

function* all(handles) {
  for (const handle of handles) yield* handle.join();
}

function channel(capacity) {
  return (n) => {
    const [tx, rx] = mpsc.bounded(capacity);
    return run(all([spawn(produce(tx, n)), spawn(consume(rx))]));
  };
}

function* receiveAll(pairs) {
  for (const [, rx] of pairs) yield* rx.recv();
}

function* sendAll(pairs) {
  for (const [tx] of pairs) {
    yield;
    tx.send(1);
  }
}

function* oneshots(n) {
  for (let left = n; left > 0; left -= 1000) {
    const pairs = Array.from({ length: 1000 }, () => oneshot());
    const receiver = spawn(receiveAll(pairs));
    yield* sendAll(pairs);
    yield* receiver.join();
  }
}

function* side(mine, other, n) {
  for (let i = 0; i < n; i++) {
    yield* mine.notified();
    other.notifyOne();
  }
}

function* nothing() {
  return 1;
}

function* spawnJoin(n) {
  const handles = [];
  for (let i = 0; i < n; i++) handles.push(spawn(nothing()));
  for (const handle of handles) yield* handle.join();
}

function* yields(n) {
  for (let i = 0; i < n; i++) yield;
}

function* timeouts(mine, n) {
  for (let i = 0; i < n; i++) yield* timeout(10_000, mine.notified());
}

function* notifyAll(other, n) {
  for (let i = 0; i < n; i++) {
    other.notifyOne();
    yield;
  }
}

function* blocked(notify) {
  yield* notify.notified();
}

function* aborts(n) {
  const notify = new AsyncNotify();
  const handles = [];
  for (let i = 0; i < n; i++) handles.push(spawn(blocked(notify)));
  yield;
  for (const handle of handles) handle.abort();
  for (const handle of handles) yield* handle.outcome();
}

function* deep(depth, n) {
  if (depth > 1) yield* call(deep, depth - 1, n);
  else yield* yields(n);
}

export const workloads = {
  "mutex-free": (n) => run(lockFree(n)),
  "semaphore-free": (n) => run(semaphoreFree(n)),
  "notify-permit": (n) => run(notifyPermit(n)),
  "mutex-contended": (n) => {
    const mutex = new AsyncMutex();
    return run(all(Array.from({ length: 100 }, () => spawn(contend(mutex, n / 100)))));
  },
  "mpsc-1": channel(1),
  "mpsc-16": channel(16),
  "mpsc-1024": channel(1024),
  oneshot: (n) => run(oneshots(n)),
  "ping-pong": (n) => {
    const [a, b] = [new AsyncNotify(), new AsyncNotify()];
    a.notifyOne();
    return run(all([spawn(side(a, b, n / 2)), spawn(side(b, a, n / 2))]));
  },
  "spawn-join": (n) => run(spawnJoin(n)),
  yield: (n) => run(all(Array.from({ length: 1000 }, () => spawn(yields(n / 1000))))),
  "timeout-met": (n) => {
    const notify = new AsyncNotify();
    return run(all([spawn(timeouts(notify, n)), spawn(notifyAll(notify, n))]));
  },
  sleeps: (n) => run(all(Array.from({ length: n }, () => spawn(sleep(Math.random() * 50))))),
  abort: (n) => run(aborts(n)),
  "depth-1": (n) => run(deep(1, n)),
  "depth-50": (n) => run(call(deep, 50, n)),
};

/** Parks `n` tasks; gives what lets them go. */
export async function park(n) {
  const notify = new AsyncNotify();
  const handles = [];
  for (let i = 0; i < n; i++) handles.push(spawn(blocked(notify)));
  await run(yields(2));
  return async () => {
    for (let i = 0; i < n; i++) notify.notifyOne();
    await run(all(handles));
  };
}

/** Spawns, parks, resumes and joins `n` tasks. */
export async function life(n) {
  await (
    await park(n)
  )();
}

export { run, sleep, spawn, yields };
