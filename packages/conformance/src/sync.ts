import { type Coroutine, spawn, type TaskHandle } from "@portalis/runtime";
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
  OnceCell,
  RateLimiter,
  WaitGroup,
} from "@portalis/sync";
import { Instant, sleep } from "@portalis/time";
import { newAbortController } from "./abort-controller.js";
import { assert, assertEqual, assertSame } from "./assert.js";
import { errorOf } from "./error-of.js";
import { rejection } from "./rejection.js";
import type { Suite } from "./suite.js";

function* holdAndNote(mutex: AsyncMutex, log: string[], name: string): Coroutine<void> {
  const guard = yield* mutex.lock();
  try {
    log.push(name);
    yield;
  } finally {
    guard.release();
  }
}

async function holdAndNoteAsync(mutex: AsyncMutex, log: string[], name: string): Promise<void> {
  const guard = await mutex.lock();
  try {
    log.push(name);
    await sleep(0);
  } finally {
    guard.release();
  }
}

/** Locks: one holder, the order of asking, and nothing lost when a wait is cancelled. */
export const syncSuite: Suite = {
  name: "sync",
  checks: [
    {
      name: "AsyncMutex.lock lets one task in at a time",
      *run() {
        const mutex = new AsyncMutex();
        let inside = 0;
        let most = 0;
        const work = function* (): Coroutine<void> {
          const guard = yield* mutex.lock();
          most = Math.max(most, ++inside);
          yield* sleep(1);
          inside--;
          guard.release();
        };
        const tasks = Array.from({ length: 5 }, () => spawn(work()));
        for (const task of tasks) yield* task.join();
        assertEqual([most, mutex.isLocked], [1, false], "most holders at once, locked at the end");
      },
    },
    {
      name: "AsyncMutex.lock gives the lock in the order of asking",
      *run() {
        const mutex = new AsyncMutex();
        const log: string[] = [];
        const tasks = ["a", "b", "c", "d"].map((name) => spawn(holdAndNote(mutex, log, name)));
        for (const task of tasks) yield* task.join();
        assertEqual(log, ["a", "b", "c", "d"], "order");
      },
    },
    {
      name: "AsyncMutex.lock serves tasks and async functions from one queue",
      *run() {
        const mutex = new AsyncMutex();
        const log: string[] = [];
        const first = yield* mutex.lock();
        const tasks: TaskHandle<void>[] = [];
        for (const name of ["coroutine 1", "async 2", "coroutine 3", "async 4"]) {
          tasks.push(name.startsWith("async") ? spawn(() => holdAndNoteAsync(mutex, log, name)) : spawn(holdAndNote(mutex, log, name)));
          // An async function asks a little later than it is called: `await` takes the operation in a promise job.
          yield* sleep(1);
        }
        first.release();
        for (const task of tasks) yield* task.join();
        assertEqual(log, ["coroutine 1", "async 2", "coroutine 3", "async 4"], "order");
      },
    },
    {
      name: "AsyncMutex.release hands the lock on: who releases does not overtake those who wait",
      *run() {
        const mutex = new AsyncMutex();
        const log: string[] = [];
        const guard = yield* mutex.lock();
        const waiter = spawn(holdAndNote(mutex, log, "waiter"));
        yield;
        guard.release();
        assertEqual([mutex.isLocked, mutex.tryLock() === undefined], [true, true], "locked for the waiter at once");
        yield* holdAndNote(mutex, log, "again");
        yield* waiter.join();
        assertEqual(log, ["waiter", "again"], "order");
      },
    },
    {
      name: "AsyncMutex.lock: an aborted waiter leaves the queue, the next one is served",
      *run() {
        const mutex = new AsyncMutex();
        const log: string[] = [];
        const guard = yield* mutex.lock();
        const [a, b] = [spawn(holdAndNote(mutex, log, "a")), spawn(holdAndNote(mutex, log, "b"))];
        yield;
        a.abort();
        guard.release();
        assertEqual((yield* a.outcome()).status, "cancelled", "the aborted waiter");
        yield* b.join();
        assertEqual([log, mutex.isLocked], [["b"], false], "who ran, locked at the end");
      },
    },
    {
      name: "AsyncMutex.lock: a grant that meets an abort passes on",
      *run() {
        const mutex = new AsyncMutex();
        const log: string[] = [];
        const guard = yield* mutex.lock();
        const [a, b] = [spawn(holdAndNote(mutex, log, "a")), spawn(holdAndNote(mutex, log, "b"))];
        yield;
        guard.release();
        a.abort();
        assertEqual((yield* a.outcome()).status, "cancelled", "the aborted waiter");
        yield* b.join();
        assertEqual([log, mutex.isLocked], [["b"], false], "who ran, locked at the end");
      },
    },
    {
      name: "AsyncMutex.lock with a signal: an abort ends the wait with the reason, a grant made before stays made",
      async run() {
        const mutex = new AsyncMutex();
        const reason = new Error("no longer wanted");
        const guard = await mutex.lock();
        const controller = newAbortController();
        const wait = rejection(mutex.lock({ signal: controller.signal }));
        await sleep(1);
        controller.abort(reason);
        assertSame(await wait, reason, "rejection");
        guard.release();
        assertEqual(mutex.isLocked, false, "isLocked");
        assertSame(await rejection(mutex.lock({ signal: controller.signal })), reason, "aborted before, lock free");

        const held = await mutex.lock();
        const late = newAbortController();
        const granted = mutex.lock({ signal: late.signal }).then((next) => next);
        await sleep(1);
        held.release();
        late.abort(reason);
        (await granted).release();
        assertEqual(mutex.isLocked, false, "isLocked");
      },
    },
    {
      name: "AsyncMutex.runExclusive gives the value and releases after an error",
      *run() {
        const mutex = new AsyncMutex();
        const inside: boolean[] = [];
        const work = function* (): Coroutine<string> {
          inside.push(mutex.isLocked);
          yield;
          return "value";
        };
        assertEqual(yield* mutex.runExclusive(work), "value", "value");
        const failure = new Error("inside");
        assertSame(
          yield* errorOf(
            mutex.runExclusive(() => {
              throw failure;
            }),
          ),
          failure,
          "error",
        );
        assertEqual([inside, mutex.isLocked], [[true], false], "locked inside, free after");
      },
    },
    {
      name: "MutexGuard.release twice releases once",
      *run() {
        const mutex = new AsyncMutex();
        const first = yield* mutex.lock();
        first.release();
        const second = yield* mutex.lock();
        first.release();
        assertEqual(mutex.isLocked, true, "still locked by the second");
        second.release();
        assertEqual(mutex.isLocked, false, "isLocked");
      },
    },
    {
      name: "AsyncSemaphore.acquire never lets more in than there are permits",
      *run() {
        const semaphore = new AsyncSemaphore(2);
        let inside = 0;
        let most = 0;
        const work = function* (): Coroutine<void> {
          const permit = yield* semaphore.acquire();
          most = Math.max(most, ++inside);
          yield* sleep(1);
          inside--;
          permit.release();
        };
        const tasks = Array.from({ length: 6 }, () => spawn(work()));
        for (const task of tasks) yield* task.join();
        assertEqual([most, semaphore.availablePermits], [2, 2], "most at once, permits at the end");
      },
    },
    {
      name: "AsyncSemaphore.acquire: a large request is not overtaken, and an aborted one frees the way",
      *run() {
        const semaphore = new AsyncSemaphore(2);
        const log: string[] = [];
        const take = function* (name: string, permits: number): Coroutine<void> {
          const permit = yield* semaphore.acquire(permits);
          log.push(name);
          permit.release();
        };
        const held = yield* semaphore.acquire();
        const large = spawn(take("large", 2));
        const small = spawn(take("small", 1));
        yield;
        assertEqual(log, [], "the small one waits behind the large one");
        large.abort();
        yield* small.join();
        held.release();
        assertEqual([log, semaphore.availablePermits], [["small"], 2], "who ran, permits at the end");
      },
    },
    {
      name: "AsyncEvent.set wakes all that wait, who return even if clear follows",
      *run() {
        const event = new AsyncEvent();
        const tasks = [spawn(event.wait()), spawn(event.wait())];
        yield* sleep(1);
        event.set();
        event.clear();
        for (const task of tasks) yield* task.join();
        assertEqual(event.isSet, false, "isSet");
        event.set();
        yield* event.wait();
      },
    },
    {
      name: "AsyncNotify.notifyOne stores one permit and wakes one waiter, another one when that is aborted",
      *run() {
        const notify = new AsyncNotify();
        notify.notifyOne();
        notify.notifyOne();
        yield* notify.notified();
        const [a, b] = [spawn(notify.notified()), spawn(notify.notified())];
        yield* sleep(1);
        assert(!a.isFinished() && !b.isFinished(), "only one permit was stored");
        notify.notifyOne();
        a.abort();
        yield* b.join();
        assertEqual((yield* a.outcome()).status, "cancelled", "the aborted waiter");
      },
    },
    {
      name: "AsyncRwLock lets readers in together, a writer alone and before the readers that come after it",
      *run() {
        const lock = new AsyncRwLock("old");
        const log: string[] = [];
        const first = yield* lock.read();
        const beside = yield* lock.read();
        const writer = spawn(function* (): Coroutine<void> {
          const guard = yield* lock.write();
          guard.value = "new";
          log.push("writer");
          guard.release();
        });
        const reader = spawn(function* (): Coroutine<void> {
          const guard = yield* lock.read();
          log.push(`reader of ${guard.value}`);
          guard.release();
        });
        yield* sleep(1);
        assertEqual(log, [], "both wait");
        first.release();
        beside.release();
        yield* writer.join();
        yield* reader.join();
        assertEqual(log, ["writer", "reader of new"], "order");
      },
    },
    {
      name: "AsyncCondition.wait ends with the lock held, also when it is aborted",
      *run() {
        const mutex = new AsyncMutex<string[]>([]);
        const condition = new AsyncCondition(mutex);
        const take = function* (): Coroutine<string | undefined> {
          const guard = yield* mutex.lock();
          try {
            yield* condition.waitFor(guard, () => guard.value.length > 0);
            return guard.value.shift();
          } finally {
            assert(guard.isHeld, "the guard is held at the end");
            guard.release();
          }
        };
        const [a, b] = [spawn(take()), spawn(take())];
        yield* sleep(1);
        const guard = yield* mutex.lock();
        guard.value.push("item");
        condition.notify();
        a.abort();
        guard.release();
        assertEqual((yield* a.outcome()).status, "cancelled", "the aborted one");
        assertEqual(yield* b.join(), "item", "the notification went to the other one");
        assertEqual(mutex.isLocked, false, "isLocked");
      },
    },
    {
      name: "AsyncBarrier opens when all have come, with one leader, again and again",
      *run() {
        const barrier = new AsyncBarrier(3);
        for (let round = 0; round < 3; round++) {
          const tasks = [1, 2, 3].map(() => spawn(barrier.wait()));
          const tickets: BarrierTicket[] = [];
          for (const task of tasks) tickets.push(yield* task.join());
          assertEqual(
            tickets.map((ticket) => ticket.index),
            [0, 1, 2],
            "places",
          );
          assertEqual(tickets.filter((ticket) => ticket.isLeader).length, 1, "leaders");
        }
      },
    },
    {
      name: "OnceCell.getOrInit makes the value once for all that ask",
      *run() {
        const cell = new OnceCell<number>();
        let made = 0;
        const make = async (): Promise<number> => {
          await sleep(1);
          return ++made;
        };
        const tasks = [spawn(cell.getOrInit(make)), spawn(cell.getOrInit(make))];
        for (const task of tasks) assertEqual(yield* task.join(), 1, "value");
        assertEqual([made, cell.get()], [1, 1], "how often it was made");
      },
    },
    {
      name: "CountDownLatch and WaitGroup wake all that wait when the count is 0",
      *run() {
        const latch = new CountDownLatch(2);
        const group = new WaitGroup();
        group.add(2);
        const waiters = [spawn(latch.wait()), spawn(latch.wait()), spawn(group.wait())];
        yield* sleep(1);
        latch.countDown();
        group.done();
        yield* sleep(1);
        assert(!waiters.some((waiter) => waiter.isFinished()), "one is still to come");
        latch.countDown();
        group.done();
        for (const waiter of waiters) yield* waiter.join();
        assertEqual(
          [latch.statistics(), group.statistics()],
          [
            { count: 0, waiting: 0 },
            { count: 0, waiting: 0 },
          ],
          "statistics",
        );
      },
    },
    {
      name: "RateLimiter gives the burst at once, then waits by the runtime's clock, never too short",
      *run() {
        const limiter = new RateLimiter({ rate: 1, per: 10, burst: 2 });
        const start = Instant.now();
        yield* limiter.acquire(2);
        assert(!limiter.tryAcquire(), "the bucket is empty");
        yield* limiter.acquire(2);
        assert(start.elapsed() >= 20, "two tokens take 20 ms");
        const [aborted, next] = [spawn(limiter.acquire(2)), spawn(limiter.acquire())];
        yield;
        aborted.abort();
        yield* next.join();
        assertEqual(limiter.statistics().waiting, 0, "waiting");
      },
    },
    {
      name: "KeyedMutex and KeyedSemaphore exclude for each key, and keep nothing of a key that is not in use",
      *run() {
        const mutex = new KeyedMutex<string>();
        const guard = yield* mutex.lock("a");
        const [waiter, aborted] = [spawn(mutex.lock("a")), spawn(mutex.lock("a"))];
        yield;
        assert(mutex.tryLock("a") === undefined, "a is locked");
        (yield* mutex.lock("b")).release();
        aborted.abort();
        guard.release();
        (yield* waiter.join()).release();
        assertEqual(mutex.statistics(), { locked: 0, waiting: 0 }, "locks");
        const semaphore = new KeyedSemaphore<string>(2);
        const permit = yield* semaphore.acquire("a", 2);
        assertEqual([semaphore.availablePermits("a"), semaphore.availablePermits("b")], [0, 2], "permits");
        permit.release();
        assertEqual(semaphore.statistics(), { keys: 0, waiting: 0 }, "keys");
      },
    },
    {
      name: "AsyncSemaphore.resize takes nothing away from holders, and lets nobody in until they fit",
      *run() {
        const semaphore = new AsyncSemaphore(2);
        const [first, second] = [yield* semaphore.acquire(), yield* semaphore.acquire()];
        const waiter = spawn(semaphore.acquire());
        yield;
        semaphore.resize(1);
        first.release();
        assertEqual(semaphore.statistics(), { available: 0, total: 1, waiting: 1 }, "one too many has left");
        second.release();
        (yield* waiter.join()).release();
        assertEqual(semaphore.statistics(), { available: 1, total: 1, waiting: 0 }, "at the end");
      },
    },
  ],
};
