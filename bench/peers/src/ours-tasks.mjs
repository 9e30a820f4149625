import { broadcast, mpmc, mpsc, oneshot, watch } from "@portalis/channels";
import { run, spawn } from "@portalis/runtime";
import { AsyncMutex, AsyncRwLock, AsyncSemaphore } from "@portalis/sync";
import { share } from "./workers.mjs";

function* workers(count, work) {
  const tasks = Array.from({ length: count }, (_, index) => spawn(work(index)));
  for (const task of tasks) yield* task.join();
}

function* mutex(n, count, pause) {
  const lock = new AsyncMutex();
  let total = 0;
  yield* workers(count, function* (index) {
    for (let i = share(n, count, index); i > 0; i--) {
      const guard = yield* lock.lock();
      const before = total;
      if (pause) yield;
      total = before + 1;
      guard.release();
    }
  });
  return total;
}

function* semaphore(n, count) {
  const permits = new AsyncSemaphore(4);
  let total = 0;
  yield* workers(count, function* (index) {
    for (let i = share(n, count, index); i > 0; i--) {
      const permit = yield* permits.acquire();
      total++;
      yield;
      permit.release();
    }
  });
  return total;
}

function* channel([tx, rx], n, senders, receivers) {
  let total = 0;
  const ends = Array.from({ length: senders }, (_, index) => (index === 0 ? tx : tx.clone()));
  yield* workers(senders + receivers, function* (index) {
    if (index < senders) {
      for (let value = index; value < n; value += senders) yield* ends[index].send(value);
      ends[index].close();
    } else {
      for (let value = yield* rx.recv(); value !== undefined; value = yield* rx.recv()) total += value;
    }
  });
  return total;
}

function* rwlock(n) {
  const lock = new AsyncRwLock();
  let total = 0;
  yield* workers(8, function* (index) {
    for (let i = share(n, 8, index); i > 0; i--) {
      const guard = yield* i % 4 === 0 ? lock.write() : lock.read();
      total++;
      yield;
      guard.release();
    }
  });
  return total;
}

function* unbounded(n) {
  const [tx, rx] = mpsc.unbounded();
  for (let value = 0; value < n; value++) tx.trySend(value);
  tx.close();
  let total = 0;
  for (let value = yield* rx.recv(); value !== undefined; value = yield* rx.recv()) total += value;
  return total;
}

function* oneshots(n) {
  let total = 0;
  for (let value = 0; value < n; value++) {
    const [tx, rx] = oneshot();
    tx.send(value);
    total += yield* rx.recv();
  }
  return total;
}

function* broadcasts(n) {
  const [tx, rx] = broadcast(64);
  const receivers = [rx, ...Array.from({ length: 7 }, () => tx.subscribe())];
  let total = 0;
  yield* workers(9, function* (index) {
    if (index < 8) {
      const receiver = receivers[index];
      for (let value = yield* receiver.recv(); value !== undefined; value = yield* receiver.recv()) total += value;
      return;
    }
    for (let value = 0; value < n; value++) {
      tx.send(value);
      if (value % 32 === 31) while (tx.statistics().waiting < 8) yield;
    }
    tx.close();
  });
  return total;
}

function* watches(n) {
  const [tx, rx] = watch(-1);
  let total = 0;
  yield* workers(2, function* (index) {
    for (let value = 0; value < n; value++) {
      if (index === 1) {
        tx.send(value);
        yield;
      } else {
        yield* rx.changed();
        total += rx.borrow();
      }
    }
  });
  return total;
}

function* cancelWaiters(n) {
  const lock = new AsyncMutex();
  const guard = yield* lock.lock();
  let cancelled = 0;
  const tasks = Array.from({ length: n }, () => spawn(lock.lock()));
  yield;
  for (const task of tasks) task.abort();
  for (const task of tasks) if ((yield* task.outcome()).status === "cancelled") cancelled++;
  guard.release();
  return cancelled;
}

export const work = {
  "mutex-uncontended": (n) => run(mutex(n, 1, false)),
  "mutex-contended": (n) => run(mutex(n, 8, true)),
  "mutex-deep": (n) => run(mutex(n, 1_000, false)),
  "semaphore-1": (n) => run(semaphore(n, 1)),
  "semaphore-8": (n) => run(semaphore(n, 8)),
  "semaphore-1000": (n) => run(semaphore(n, 1_000)),
  rwlock: (n) => run(rwlock(n)),
  "chan-bounded-1x1": (n) => run(channel(mpsc.bounded(16), n, 1, 1)),
  "chan-bounded-8x1": (n) => run(channel(mpsc.bounded(16), n, 8, 1)),
  "chan-bounded-8x8": (n) => run(channel(mpmc.bounded(16), n, 8, 8)),
  "chan-unbounded-1x1": (n) => run(unbounded(n)),
  oneshot: (n) => run(oneshots(n)),
  "broadcast-1x8": (n) => run(broadcasts(n)),
  watch: (n) => run(watches(n)),
  "cancel-waiters": (n) => run(cancelWaiters(n)),
};
