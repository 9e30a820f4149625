// The twin of hops.py.
import { iter, print, type Py, str, T as tuple } from "@portalis/python";
import { type Coroutine } from "@portalis/runtime";
import * as a from "../../src/index.js";
import { inGroup, inLock, inTimeout } from "../with.js";

const T = a.create_task;
const rows: [string, () => Coroutine<Py>][] = [];

function row(name: string, body: () => Coroutine<Py>): void {
  rows.push([name, body]);
}

function* value(x: Py = null): Coroutine<Py> {
  return x;
}

function* forever(): Coroutine<Py> {
  yield* a.get_running_loop().create_future();
}

/** Iterations that have begun. */
function now(): number {
  return a.get_running_loop()._scheduler.turns;
}

function* hopsOf(awaitable: Py): Coroutine<number> {
  const start = now();
  yield* awaitable;
  return now() - start;
}

function doneFuture(): a.Future {
  const f = new a.Future();
  f.set_result(1);
  return f;
}

row("await of a coroutine that does not suspend", () => hopsOf(value()));
row("await of a done future", () => hopsOf(doneFuture()));
row("gather of nothing", () => hopsOf(a.gather()));
row("gather of done futures", function* () {
  const f = doneFuture();
  return yield* hopsOf(a.gather(f, f));
});
row("shield of a done future", () => hopsOf(a.shield(doneFuture())));
row("free lock", () => hopsOf(new a.Lock().acquire()));
row("free semaphore", () => hopsOf(new a.Semaphore(1).acquire()));
row("set event", function* () {
  const e = new a.Event();
  e.set();
  return yield* hopsOf(e.wait());
});
row("put and get that can proceed", function* () {
  const q = new a.Queue(1);
  const start = now();
  yield* q.put(1);
  yield* q.get();
  return now() - start;
});
row("wait_for of something ready", () => hopsOf(a.wait_for(value(), 1)));
row("timeout enter and exit", function* () {
  const start = now();
  yield* inTimeout(a.timeout(1), function* () {});
  return now() - start;
});
row("TaskGroup without children", function* () {
  const start = now();
  yield* inGroup(new a.TaskGroup(), function* () {});
  return now() - start;
});
row("Barrier(1)", () => hopsOf(new a.Barrier(1).wait()));
row("sleep(0)", () => hopsOf(a.sleep(0)));
row("sleep(-1)", () => hopsOf(a.sleep(-1)));
row("create_task to first step", function* () {
  function* child(): Coroutine<number> {
    return now();
  }
  const start = now();
  return (yield* T(child())) - start;
});

/** The hops from `event` to the end of `waiting`, which has begun an iteration before. */
function* fromEvent(waiting: () => Py, event: () => void): Coroutine<number> {
  function* child(): Coroutine<number> {
    yield* waiting();
    return now();
  }
  const t = T(child());
  yield* a.sleep(0);
  event();
  const start = now();
  return (yield* t) - start;
}

row("set_result to awaiter", function* () {
  const f = new a.Future();
  return yield* fromEvent(
    () => f,
    () => f.set_result(null),
  );
});
row("timer to sleeper", function* () {
  const seen: number[] = [];
  a.get_running_loop().call_later(1, () => seen.push(now()));
  yield* a.sleep(1);
  return now() - (seen[0] as number);
});
row("await of a fresh task", () => hopsOf(T(value())));

function* gatherEnd(fails: boolean): Coroutine<number> {
  const f = new a.Future();
  const ends: number[] = [];
  function* child(): Coroutine<void> {
    yield* f;
    ends.push(now());
    if (fails) throw new Error("boom");
  }
  const g = a.gather(child(), fails ? forever() : child());
  yield* a.sleep(0);
  if (!fails) yield* a.sleep(0);
  f.set_result(null);
  try {
    yield* g;
  } catch {
    // What counts is when it came.
  }
  return now() - (ends.at(-1) as number);
}

row("gather: last end to awaiter", () => gatherEnd(false));
row("gather: fresh coroutines", () => hopsOf(a.gather(value(), value())));
row("gather: first error to awaiter", () => gatherEnd(true));
row("wait: last end to awaiter", function* () {
  const f = new a.Future();
  const ends: number[] = [];
  function* child(): Coroutine<void> {
    yield* f;
    ends.push(now());
  }
  const ts = [T(child()), T(child())];
  yield* a.sleep(0);
  f.set_result(null);
  yield* a.wait(ts);
  return now() - (ends.at(-1) as number);
});
row("wait: done already", () => hopsOf(a.wait([doneFuture()])));
row("wait: its timer to awaiter", function* () {
  const seen: number[] = [];
  a.get_running_loop().call_later(1, () => seen.push(now()));
  yield* a.wait([new a.Future()], { timeout: 1 });
  return now() - (seen[0] as number);
});
row("wait: timeout=0", () => hopsOf(a.wait([new a.Future()], { timeout: 0 })));
row("wait_for: inner future done to awaiter", function* () {
  const f = new a.Future();
  return yield* fromEvent(
    () => a.wait_for(f, 5),
    () => f.set_result(null),
  );
});

function* ended(waiting: Py): Coroutine<void> {
  try {
    yield* waiting;
  } catch (error) {
    if (!(error instanceof a.TimeoutError)) throw error;
  }
}

function* expiry(inner: Py): Coroutine<number> {
  const seen: number[] = [];
  a.get_running_loop().call_later(1, () => seen.push(now()));
  yield* ended(a.wait_for(inner, 1));
  return now() - (seen[0] as number);
}

row("wait_for: timer to TimeoutError, coroutine", () => expiry(forever()));
row("wait_for: timer to TimeoutError, task", () => expiry(T(forever())));

function* zero(inner: Py): Coroutine<number> {
  const start = now();
  yield* ended(a.wait_for(inner, 0));
  return now() - start;
}

row("wait_for(done, 0)", () => zero(doneFuture()));
row("wait_for(future, 0)", () => zero(new a.Future()));
row("wait_for(running task, 0)", function* () {
  const t = T(forever());
  yield* a.sleep(0);
  return yield* zero(t);
});
row("wait_for(coroutine, 0)", () => zero(forever()));
row("timeout: timer to CancelledError inside", function* () {
  const seen: number[] = [];
  let inside = 0;
  a.get_running_loop().call_later(1, () => seen.push(now()));
  yield* ended(
    inTimeout(a.timeout(1), function* () {
      try {
        yield* forever();
      } finally {
        inside = now();
      }
    }),
  );
  return tuple(inside - (seen[0] as number), now() - (seen[0] as number));
});

function* timeoutZero(delay: number): Coroutine<number> {
  const start = now();
  yield* ended(
    inTimeout(a.timeout(0), function* () {
      yield* a.sleep(delay);
    }),
  );
  return now() - start;
}

row("timeout(0) around sleep(0)", () => timeoutZero(0));
row("timeout(0) around sleep(1)", () => timeoutZero(1));
row("shield: inner done to awaiter", function* () {
  const f = new a.Future();
  return yield* fromEvent(
    () => a.shield(f),
    () => f.set_result(null),
  );
});

function* eachCompleted(futures: Py): Coroutine<void> {
  for (const c of iter(a.as_completed(futures))) yield* c;
}

row("as_completed: inner done to awaiter", function* () {
  const f = new a.Future();
  return yield* fromEvent(
    () => eachCompleted([f]),
    () => f.set_result(null),
  );
});
row("as_completed of a done future", () => hopsOf(eachCompleted([doneFuture()])));
row("shield(coroutine)", () => hopsOf(a.shield(value())));
row("lock release to waiter", function* () {
  const lock = new a.Lock();
  yield* lock.acquire();
  return yield* fromEvent(
    () => lock.acquire(),
    () => lock.release(),
  );
});
row("semaphore release to waiter", function* () {
  const s = new a.Semaphore(0);
  return yield* fromEvent(
    () => s.acquire(),
    () => s.release(),
  );
});
row("event set to waiter", function* () {
  const e = new a.Event();
  return yield* fromEvent(
    () => e.wait(),
    () => e.set(),
  );
});
row("put to getter", function* () {
  const q = new a.Queue();
  return yield* fromEvent(
    () => q.get(),
    () => q.put_nowait(1),
  );
});
row("get to putter", function* () {
  const q = new a.Queue(1);
  q.put_nowait(0);
  return yield* fromEvent(
    () => q.put(1),
    () => {
      q.get_nowait();
    },
  );
});
row("task_done to join", function* () {
  const q = new a.Queue();
  q.put_nowait(0);
  return yield* fromEvent(
    () => q.join(),
    () => {
      q.get_nowait();
      q.task_done();
    },
  );
});
row("shutdown to getter", function* () {
  const q = new a.Queue();
  function* get(): Coroutine<void> {
    try {
      yield* q.get();
    } catch (error) {
      if (!(error instanceof a.QueueShutDown)) throw error;
    }
  }
  return yield* fromEvent(get, () => q.shutdown());
});

function* notified(c: a.Condition): Coroutine<number> {
  return yield* inLock(c, function* () {
    yield* c.wait();
    return now();
  });
}

row("Condition: notify, then release, to waiter", function* () {
  const c = new a.Condition();
  const t = T(notified(c));
  yield* a.sleep(0);
  yield* inLock(c, function* () {
    c.notify();
  });
  const start = now();
  return (yield* t) - start;
});
row("Condition: notify_all to three waiters", function* () {
  const c = new a.Condition();
  const ts = [T(notified(c)), T(notified(c)), T(notified(c))];
  yield* a.sleep(0);
  yield* inLock(c, function* () {
    c.notify_all();
  });
  const start = now();
  const ends = yield* a.gather(...ts);
  return ends.map((n) => n - start);
});
row("Barrier: each party, from the last arrival", function* () {
  const b = new a.Barrier(3);
  function* child(): Coroutine<[number, number]> {
    const i = yield* b.wait();
    return [i, now()];
  }
  const ts = [T(child()), T(child())];
  yield* a.sleep(0);
  const start = now();
  const mine = yield* child();
  return [mine, ...(yield* a.gather(...ts))].map(([i, n]) => tuple(i, n - start));
});
row("TaskGroup: last child's end to after the block", function* () {
  const f = new a.Future();
  const ends: number[] = [];
  function* child(): Coroutine<void> {
    yield* f;
    ends.push(now());
  }
  a.get_running_loop().call_later(1, () => f.set_result(null));
  yield* inGroup(new a.TaskGroup(), function* (g) {
    g.create_task(child());
    g.create_task(child());
  });
  return now() - (ends.at(-1) as number);
});
row("TaskGroup: fresh child to after the block", function* () {
  const start = now();
  yield* inGroup(new a.TaskGroup(), function* (g) {
    g.create_task(value());
  });
  return now() - start;
});

function* groupError(siblings: number): Coroutine<Py> {
  const log = new Map<string, number>();
  const at = (name: string): number => (log.has(name) ? (log.get(name) as number) - (log.get("error") as number) : 0);
  function* bad(): Coroutine<void> {
    yield* a.sleep(0);
    log.set("error", now());
    throw new Error("boom");
  }
  function* waiting(name: string): Coroutine<void> {
    try {
      yield* forever();
    } finally {
      log.set(name, now());
    }
  }
  try {
    yield* inGroup(new a.TaskGroup(), function* (g) {
      g.create_task(bad());
      for (let n = 0; n < siblings; n++) g.create_task(waiting("sibling"));
      yield* waiting("body");
    });
  } catch {
    // What counts is when it came.
  }
  log.set("after", now());
  return tuple(at("body"), at("sibling"), at("after"));
}

row("TaskGroup: child's error to body, sibling, after the block", () => groupError(2));
row("TaskGroup: child's error without siblings", () => groupError(0));

function* cancelled(waiting: Py): Coroutine<void> {
  try {
    yield* waiting;
  } catch (error) {
    if (!(error instanceof a.CancelledError)) throw error;
  }
}

function* noting(waiting: () => Py, log: number[]): Coroutine<void> {
  try {
    yield* waiting();
  } finally {
    log.push(now());
  }
}

row("cancel: inside, awaiter", function* () {
  const log: number[] = [];
  const t = T(noting(forever, log));
  yield* a.sleep(0);
  t.cancel();
  const start = now();
  yield* cancelled(t);
  return tuple((log[0] as number) - start, now() - start);
});
row("cancel before the first step to awaiter", function* () {
  const t = T(forever());
  t.cancel();
  const start = now();
  yield* cancelled(t);
  return now() - start;
});
row("cancel through task, task, sleep", function* () {
  const log: number[] = [];
  const t = T(noting(() => T(noting(() => a.sleep(10), log)), log));
  yield* a.sleep(0);
  yield* a.sleep(0);
  t.cancel();
  const start = now();
  yield* cancelled(t);
  log.push(now());
  return log.map((n) => n - start);
});
row("cancel of a task in gather of tasks: children, itself", function* () {
  const log: number[] = [];
  const t = T(noting(() => a.gather(T(noting(forever, log)), T(noting(forever, log))), log));
  yield* a.sleep(0);
  yield* a.sleep(0);
  t.cancel();
  const start = now();
  yield* a.wait([t]);
  return log.map((n) => n - start);
});

function* cancelIn(waiting: () => Py): Coroutine<number> {
  const log: number[] = [];
  const t = T(noting(waiting, log));
  yield* a.sleep(0);
  yield* a.sleep(0);
  t.cancel();
  const start = now();
  yield* a.wait([t]);
  return (log[0] as number) - start;
}

row("cancel in wait", () => cancelIn(() => a.wait([new a.Future()])));
row("cancel in shield", () => cancelIn(() => a.shield(new a.Future())));
row("cancel in wait_for(future)", () => cancelIn(() => a.wait_for(new a.Future(), 5)));
row("cancel in timeout", () => cancelIn(() => inTimeout(a.timeout(5), forever)));
row("cancel in Lock", function* () {
  const lock = new a.Lock();
  yield* lock.acquire();
  return yield* cancelIn(() => lock.acquire());
});
row("cancel in Queue", () => cancelIn(() => new a.Queue().get()));
row("cancel in Event", () => cancelIn(() => new a.Event().wait()));
row("cancel in Condition", function* () {
  const c = new a.Condition();
  return yield* cancelIn(() => inLock(c, () => c.wait()));
});
row("cancel in wait_for(task)", () => cancelIn(() => a.wait_for(T(forever()), 5)));
row("cancel in a TaskGroup", () =>
  cancelIn(() =>
    inGroup(new a.TaskGroup(), function* (g) {
      g.create_task(forever());
      g.create_task(forever());
      yield* forever();
    }),
  ),
);
row("cancel at the end of a TaskGroup", () =>
  cancelIn(() =>
    inGroup(new a.TaskGroup(), function* (g) {
      g.create_task(forever());
    }),
  ),
);
row("call_later(0) runs after call_soon", function* () {
  const loop = a.get_running_loop();
  const start = now();
  const log: Py[] = [];
  loop.call_later(0, () => log.push(tuple("later", now() - start)));
  loop.call_soon(() => log.push(tuple("soon", now() - start)));
  yield* a.sleep(0);
  yield* a.sleep(0);
  return log;
});

/** The names of all rows. */
export const rowNames: readonly string[] = rows.map(([name]) => name);

export function* main(): Coroutine<null> {
  for (const [name, body] of rows) print(`${name}: ${str(yield* body())}`);
  return null;
}
