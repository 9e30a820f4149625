/** Conditions, barriers, semaphores: who goes on when, and who with what. */
import * as asyncio from "../../src/index.js";
import {
  type Coroutine,
  type Py,
  T,
  ValueError,
  add,
  aenter,
  aexit,
  aexitWith,
  asyncDef,
  caught,
  getattr,
  getitem,
  invoke,
  isMain,
  len,
  list,
  max,
  mul,
  print,
  program,
  range,
  repr,
  round,
  sub,
  unpack,
} from "@portalis/python";

export function* consumer(condition: asyncio.Condition, items: Py[], name: string): Coroutine<null> {
  yield* condition.acquire();
  try {
    yield* condition.wait_for(() => len(items) > 0);
    print(name, "took", list.pop(items, 0));
  } finally {
    condition.release();
  }
  return null;
}
asyncDef(consumer, "consumer", "(condition, items, name)");

export function* conditions(): Coroutine<null> {
  const condition = new asyncio.Condition();
  const items: Py[] = [];
  const tasks: Py[] = Array.from(T("a", "b", "c"), (n) => asyncio.create_task(consumer(condition, items, n)));
  yield* asyncio.sleep(0);
  print(condition.locked(), len(tasks));
  yield* condition.acquire();
  try {
    list.append(items, 1);
    condition.notify();
  } finally {
    condition.release();
  }
  yield* asyncio.sleep(0);
  invoke(getitem(tasks, 1), "cancel");
  yield* condition.acquire();
  try {
    list.extend(items, [2, 3]);
    condition.notify_all();
  } finally {
    condition.release();
  }
  print(yield* asyncio.gather(...tasks, { return_exceptions: true }), items);

  function* waiter(name: string): Coroutine<null> {
    yield* condition.acquire();
    try {
      yield* condition.wait();
      print(name, "notified");
    } finally {
      condition.release();
    }
    return null;
  }
  asyncDef(waiter, "conditions.<locals>.waiter", "(name)");

  const [first, second]: Py[] = [asyncio.create_task(waiter("first")), asyncio.create_task(waiter("second"))];
  yield* asyncio.sleep(0);
  yield* condition.acquire();
  try {
    condition.notify();
    first.cancel();
  } finally {
    condition.release();
  }
  print(yield* asyncio.wait_for(second, 1), first.cancelled());

  const lock = new asyncio.Lock();
  const shared = new asyncio.Condition(lock);
  yield* shared.acquire();
  try {
    print(lock.locked(), shared.locked());
  } finally {
    shared.release();
  }
  return null;
}
asyncDef(conditions, "conditions", "()");

export function* party(barrier: asyncio.Barrier, name: string, delay: Py): Coroutine<null> {
  yield* asyncio.sleep(delay);
  try {
    const $w = yield* aenter(barrier);
    let $ok: Py = true;
    try {
      const position = $w;
      print(name, "at", position);
    } catch ($e) {
      $ok = false;
      if (!(yield* aexitWith(barrier, $e))) {
        throw $e;
      }
    } finally {
      if ($ok) {
        yield* aexit(barrier);
      }
    }
  } catch ($e) {
    const e = caught($e);
    if (e instanceof asyncio.BrokenBarrierError) {
      print(name, repr(e));
    } else {
      throw $e;
    }
  }
  return null;
}
asyncDef(party, "party", "(barrier, name, delay)");

export function* barriers(): Coroutine<null> {
  const barrier = new asyncio.Barrier(3);
  yield* asyncio.gather(
    ...(() => {
      const $r: Py[] = [];
      for (const $i of T(T("a", 0.3), T("b", 0.1), T("c", 0.2))) {
        const [n, d] = unpack($i, 2);
        $r.push(party(barrier, n, d));
      }
      return $r;
    })(),
  );
  let tasks: Py[] = Array.from("de", (n) => asyncio.create_task(party(barrier, n, 0)));
  yield* asyncio.sleep(0.1);
  print(getattr(barrier, "n_waiting"));
  yield* barrier.reset();
  yield* asyncio.gather(...tasks);
  tasks = Array.from("fg", (n) => asyncio.create_task(party(barrier, n, 0)));
  yield* asyncio.sleep(0.1);
  yield* barrier.abort();
  yield* asyncio.gather(...tasks, party(barrier, "h", 0));
  print(getattr(barrier, "broken"));
  return null;
}
asyncDef(barriers, "barriers", "()");

export function* semaphores(): Coroutine<null> {
  const semaphore = new asyncio.Semaphore(2);
  let running: Py = 0;
  let most: Py = 0;

  function* limited(n: Py): Coroutine<Py> {
    yield* semaphore.acquire();
    try {
      running = add(running, 1);
      most = max(most, running);
      yield* asyncio.sleep(0.1);
      running = sub(running, 1);
    } finally {
      semaphore.release();
    }
    return n;
  }
  asyncDef(limited, "semaphores.<locals>.limited", "(n)");

  print(yield* asyncio.gather(...Array.from(range(7), (n) => limited(n))), most);
  print(semaphore.locked());
  const bounded = new asyncio.BoundedSemaphore(1);
  yield* bounded.acquire();
  try {
    print(bounded.locked());
  } finally {
    bounded.release();
  }
  try {
    bounded.release();
  } catch ($e) {
    const e = caught($e);
    if (e instanceof ValueError) {
      print(e);
    } else {
      throw $e;
    }
  }
  return null;
}
asyncDef(semaphores, "semaphores", "()");

export function* queues(): Coroutine<null> {
  const queue = new asyncio.Queue(2);

  function* producer(): Coroutine<null> {
    for (const n of range(5)) {
      yield* queue.put(n);
      print("put", n, queue.qsize());
    }
    return null;
  }
  asyncDef(producer, "queues.<locals>.producer", "()");

  function* worker(name: string): Coroutine<null> {
    let item: Py;
    while (true) {
      try {
        item = yield* queue.get();
      } catch ($e) {
        const $x = caught($e);
        if ($x instanceof asyncio.QueueShutDown) {
          print(name, "shut down");
          return null;
        } else {
          throw $e;
        }
      }
      yield* asyncio.sleep(mul(0.1, item));
      print(name, item);
      queue.task_done();
    }
  }
  asyncDef(worker, "queues.<locals>.worker", "(name)");

  const workers: Py[] = Array.from(T("w1", "w2"), (n) => asyncio.create_task(worker(n)));
  yield* producer();
  yield* queue.join();
  queue.shutdown();
  yield* asyncio.gather(...workers);
  const ordered = new asyncio.PriorityQueue();
  for (const item of [T(2, "b"), T(1, "z"), T(2, "a"), T(0, "x"), T(1, "z")]) {
    ordered.put_nowait(item);
  }
  print(
    yield* (function* (): Coroutine<Py> {
      const $r: Py[] = [];
      for (const _ of range(ordered.qsize())) {
        $r.push(yield* ordered.get());
      }
      return $r;
    })(),
  );
  ordered.put_nowait(T(1, "left"));
  ordered.shutdown(true);
  print(ordered.qsize(), ordered.empty());
  return null;
}
asyncDef(queues, "queues", "()");

export function* main(): Coroutine<null> {
  yield* conditions();
  yield* barriers();
  yield* semaphores();
  yield* queues();
  print(round(asyncio.get_running_loop().time(), 3));
  return null;
}
asyncDef(main, "main", "()");

if (isMain(import.meta)) {
  await program(function* (): Coroutine<void> {
    yield* asyncio.run(main());
  });
}
