/* global AbortController */
import { broadcast, mpmc, mpsc, oneshot, watch } from "@portalis/channels";
import { AsyncMutex, AsyncRwLock, AsyncSemaphore } from "@portalis/sync";
import { share, workers } from "./workers.mjs";

async function mutex(n, count, pause) {
  const lock = new AsyncMutex();
  let total = 0;
  await workers(count, async (index) => {
    for (let i = share(n, count, index); i > 0; i--) {
      const guard = await lock.lock();
      const before = total;
      if (pause) await null;
      total = before + 1;
      guard.release();
    }
  });
  return total;
}

async function semaphore(n, count) {
  const permits = new AsyncSemaphore(4);
  let total = 0;
  await workers(count, async (index) => {
    for (let i = share(n, count, index); i > 0; i--) {
      const permit = await permits.acquire();
      total++;
      await null;
      permit.release();
    }
  });
  return total;
}

async function channel([tx, rx], n, senders, receivers) {
  let total = 0;
  const ends = Array.from({ length: senders }, (_, index) => (index === 0 ? tx : tx.clone()));
  await Promise.all([
    workers(senders, async (index) => {
      for (let value = index; value < n; value += senders) await ends[index].send(value);
      ends[index].close();
    }),
    workers(receivers, async () => {
      for (let value = await rx.recv(); value !== undefined; value = await rx.recv()) total += value;
    }),
  ]);
  return total;
}

export const work = {
  "mutex-uncontended": (n) => mutex(n, 1, false),
  "mutex-contended": (n) => mutex(n, 8, true),
  "mutex-deep": (n) => mutex(n, 1_000, false),
  "semaphore-1": (n) => semaphore(n, 1),
  "semaphore-8": (n) => semaphore(n, 8),
  "semaphore-1000": (n) => semaphore(n, 1_000),
  async rwlock(n) {
    const lock = new AsyncRwLock();
    let total = 0;
    await workers(8, async (index) => {
      for (let i = share(n, 8, index); i > 0; i--) {
        const guard = await (i % 4 === 0 ? lock.write() : lock.read());
        total++;
        await null;
        guard.release();
      }
    });
    return total;
  },
  "chan-bounded-1x1": (n) => channel(mpsc.bounded(16), n, 1, 1),
  "chan-bounded-8x1": (n) => channel(mpsc.bounded(16), n, 8, 1),
  "chan-bounded-8x8": (n) => channel(mpmc.bounded(16), n, 8, 8),
  async "chan-unbounded-1x1"(n) {
    const [tx, rx] = mpsc.unbounded();
    for (let value = 0; value < n; value++) tx.trySend(value);
    tx.close();
    let total = 0;
    for (let value = await rx.recv(); value !== undefined; value = await rx.recv()) total += value;
    return total;
  },
  async oneshot(n) {
    let total = 0;
    for (let value = 0; value < n; value++) {
      const [tx, rx] = oneshot();
      const answer = rx.recv().then((got) => got);
      tx.send(value);
      total += await answer;
    }
    return total;
  },
  async "broadcast-1x8"(n) {
    const [tx, rx] = broadcast(64);
    const receivers = [rx, ...Array.from({ length: 7 }, () => tx.subscribe())];
    let total = 0;
    const receiving = receivers.map(async (receiver) => {
      for (let value = await receiver.recv(); value !== undefined; value = await receiver.recv()) total += value;
    });
    for (let value = 0; value < n; value++) {
      tx.send(value);
      if (value % 32 === 31) while (receivers[7].statistics().waiting < 8) await null;
    }
    tx.close();
    await Promise.all(receiving);
    return total;
  },
  async watch(n) {
    const [tx, rx] = watch(-1);
    let total = 0;
    for (let value = 0; value < n; value++) {
      const changed = rx.changed().then((is) => is);
      tx.send(value);
      await changed;
      total += rx.borrow();
    }
    return total;
  },
  async "cancel-waiters"(n) {
    const lock = new AsyncMutex();
    const guard = await lock.lock();
    const controller = new AbortController();
    let cancelled = 0;
    const waits = Array.from({ length: n }, () => lock.lock({ signal: controller.signal }).then(undefined, () => cancelled++));
    controller.abort();
    await Promise.all(waits);
    guard.release();
    return cancelled;
  },
};
