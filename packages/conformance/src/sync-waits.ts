import { type Coroutine, spawn } from "@portalis/runtime";
import {
  AsyncBarrier,
  AsyncCondition,
  AsyncEvent,
  AsyncMutex,
  AsyncNotify,
  AsyncRwLock,
  AsyncSemaphore,
  type BarrierTicket,
  CountDownLatch,
  KeyedMutex,
  KeyedSemaphore,
  Lazy,
  OnceCell,
  WaitGroup,
} from "@portalis/sync";
import { sleep } from "@portalis/time";
import { heldWait, valueWait, type WaitCase } from "./wait-case.js";

/** Every waiting method of `@portalis/sync` but that of the rate limiter, which only time can grant. */
export const syncWaits: readonly WaitCase[] = [
  {
    name: "AsyncMutex.lock",
    *make() {
      const mutex = new AsyncMutex();
      const held = yield* mutex.lock();
      return heldWait("guard", {
        op: (options) => mutex.lock(options),
        grant: () => held.release(),
        waiting: () => mutex.statistics().waiting,
      });
    },
  },
  {
    name: "AsyncMutex.runExclusive",
    *make() {
      const mutex = new AsyncMutex();
      const held = yield* mutex.lock();
      return valueWait({
        op: (options) => mutex.runExclusive(() => mutex.isLocked, options),
        grant: () => held.release(),
        waiting: () => mutex.statistics().waiting,
      });
    },
  },
  {
    name: "KeyedMutex.lock",
    *make() {
      const mutex = new KeyedMutex<string>();
      const held = yield* mutex.lock("key");
      return heldWait("guard", {
        op: (options) => mutex.lock("key", options),
        grant: () => held.release(),
        waiting: () => mutex.statistics().waiting,
      });
    },
  },
  {
    name: "KeyedMutex.runExclusive",
    *make() {
      const mutex = new KeyedMutex<string>();
      const held = yield* mutex.lock("key");
      return valueWait({
        op: (options) => mutex.runExclusive("key", () => mutex.isLocked("key"), options),
        grant: () => held.release(),
        waiting: () => mutex.statistics().waiting,
      });
    },
  },
  {
    name: "AsyncSemaphore.acquire",
    *make() {
      const semaphore = new AsyncSemaphore(3);
      const held = yield* semaphore.acquire(2);
      return heldWait("permits", {
        op: (options) => semaphore.acquire(2, options),
        grant: () => held.release(),
        waiting: () => semaphore.statistics().waiting,
      });
    },
  },
  {
    name: "KeyedSemaphore.acquire",
    *make() {
      const semaphore = new KeyedSemaphore<string>(3);
      const held = yield* semaphore.acquire("key", 2);
      return heldWait("permits", {
        op: (options) => semaphore.acquire("key", 2, options),
        grant: () => held.release(),
        waiting: () => semaphore.statistics().waiting,
      });
    },
  },
  {
    name: "AsyncRwLock.read",
    *make() {
      const lock = new AsyncRwLock();
      const held = yield* lock.write();
      return heldWait("reader", {
        op: (options) => lock.read(options),
        grant: () => held.release(),
        waiting: () => lock.statistics().waiting,
      });
    },
  },
  {
    name: "AsyncRwLock.write",
    *make() {
      const lock = new AsyncRwLock();
      const held = yield* lock.read();
      return heldWait("writer", {
        op: (options) => lock.write(options),
        grant: () => held.release(),
        waiting: () => lock.statistics().waiting,
      });
    },
  },
  {
    name: "AsyncRwLock.upgradableRead",
    *make() {
      const lock = new AsyncRwLock();
      const held = yield* lock.write();
      return heldWait("upgradable reader", {
        op: (options) => lock.upgradableRead(options),
        grant: () => held.release(),
        waiting: () => lock.statistics().waiting,
      });
    },
  },
  {
    name: "UpgradableGuard.upgrade",
    *make() {
      const lock = new AsyncRwLock();
      const other = yield* lock.read();
      const guard = yield* lock.upgradableRead();
      return heldWait("writer", {
        op: (options) => guard.upgrade(options),
        grant: () => other.release(),
        waiting: () => lock.statistics().waiting,
      });
    },
  },
  {
    name: "AsyncBarrier.wait",
    *make() {
      const barrier = new AsyncBarrier(2);
      let partners = 0;
      return {
        usesUp: true,
        op: (options) => barrier.wait(options),
        grant: () => {
          if (barrier.statistics().waiting === 0) partners++;
          void barrier.wait().then(undefined);
        },
        waiting: () => barrier.statistics().waiting - partners,
        finish: (value) => typeof (value as BarrierTicket).index,
      };
    },
  },
  {
    name: "AsyncNotify.notified",
    *make() {
      const notify = new AsyncNotify();
      return valueWait({
        op: (options) => notify.notified(options),
        grant: () => notify.notifyOne(),
        waiting: () => notify.statistics().waiting,
      });
    },
  },
  {
    name: "AsyncEvent.wait",
    *make() {
      const event = new AsyncEvent();
      return valueWait({
        op: (options) => event.wait(options),
        grant: () => event.set(),
        waiting: () => event.statistics().waiting,
      });
    },
  },
  {
    name: "AsyncCondition.wait",
    *make() {
      const mutex = new AsyncMutex();
      const condition = new AsyncCondition(mutex);
      const guard = yield* mutex.lock();
      const notify = (): void => {
        const own = mutex.tryLock();
        condition.notify();
        own?.release();
      };
      // A notification has one addressee and is not kept: it is repeated until a wait has ended with it.
      let granted = false;
      const notifySoon = function* (): Coroutine<void> {
        for (let tries = 0; tries < 20 && condition.statistics().waiting === 0; tries++) yield* sleep(0);
        if (condition.statistics().waiting > 0) notify();
      };
      return {
        op: (options) => {
          if (granted) spawn(notifySoon());
          return condition.wait(guard, options);
        },
        grant: () => {
          granted = true;
          if (condition.statistics().waiting > 0) notify();
        },
        waiting: () => condition.statistics().waiting,
        finish: () => {
          granted = false;
          return guard.isHeld;
        },
      };
    },
  },
  {
    name: "AsyncCondition.waitFor",
    *make() {
      const mutex = new AsyncMutex();
      const condition = new AsyncCondition(mutex);
      const guard = yield* mutex.lock();
      let holds = false;
      return {
        op: (options) => condition.waitFor(guard, () => holds, options),
        grant: () => {
          holds = true;
          const own = mutex.tryLock();
          condition.notify();
          own?.release();
        },
        waiting: () => condition.statistics().waiting,
        finish: () => guard.isHeld,
      };
    },
  },
  {
    name: "OnceCell.getOrInit",
    *make() {
      const cell = new OnceCell<string>();
      const ready = new AsyncEvent();
      const maker = cell.getOrInit(function* () {
        yield* ready.wait();
        return "made once";
      });
      spawn(maker);
      yield;
      return valueWait({
        op: (options) => cell.getOrInit(() => "made twice", options),
        grant: () => ready.set(),
        waiting: () => cell.statistics().waiting,
      });
    },
  },
  {
    name: "Lazy.get",
    *make() {
      const ready = new AsyncEvent();
      const lazy = new Lazy(function* () {
        yield* ready.wait();
        return "made once";
      });
      spawn(lazy.get());
      yield;
      return valueWait({
        op: (options) => lazy.get(options),
        grant: () => ready.set(),
        waiting: () => lazy.statistics().waiting,
      });
    },
  },
  {
    name: "CountDownLatch.wait",
    *make() {
      const latch = new CountDownLatch(1);
      return valueWait({
        op: (options) => latch.wait(options),
        grant: () => latch.countDown(),
        waiting: () => latch.statistics().waiting,
      });
    },
  },
  {
    name: "WaitGroup.wait",
    *make() {
      const group = new WaitGroup();
      group.add();
      return valueWait({
        op: (options) => group.wait(options),
        grant: () => group.done(),
        waiting: () => group.statistics().waiting,
      });
    },
  },
];
