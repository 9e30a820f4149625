import * as asyncio from "@portalis/asyncio";
import {
  type Coroutine,
  D,
  KeyError,
  type Py,
  type PyAsyncGenerator,
  PyObject,
  RuntimeError,
  StopAsyncIteration,
  T,
  TimeoutError,
  ValueError,
  add,
  aiter,
  asyncDef,
  asyncDrop,
  asyncGenDef,
  asyncNext,
  asyncWithScope,
  aw,
  caught,
  classDef,
  emit,
  eq,
  f as $f,
  getattr,
  invoke,
  isMain,
  list,
  lt,
  mul,
  print,
  program,
  range,
  setitem,
  sorted,
  sub,
  time,
  truth,
} from "@portalis/python";

export class Resource extends PyObject {
  declare name: Py;

  __init__(name: string): void {
    this.name = name;
  }

  *__aenter__(): Coroutine<Resource> {
    print("open", this.name);
    yield* asyncio.sleep(0);
    return this;
  }

  *__aexit__(t: Py, e: Py, tb: Py): Coroutine<boolean> {
    yield* asyncio.sleep(0);
    print("close", this.name, truth(t) ? getattr(t, "__name__") : null);
    return false;
  }
}
classDef(Resource, "Resource", { __init__: "(name)", __aenter__: "async ()", __aexit__: "async (t, e, tb)" });

export class Countdown extends PyObject {
  declare n: Py;

  __init__(n: Py): void {
    this.n = n;
  }

  __aiter__(): Countdown {
    return this;
  }

  *__anext__(): Coroutine<Py> {
    if (this.n === 0) {
      throw new StopAsyncIteration();
    }
    this.n = sub(this.n, 1);
    yield* asyncio.sleep(0);
    return this.n;
  }
}
classDef(Countdown, "Countdown", { __init__: "(n)", __aiter__: "()", __anext__: "async ()" });

export function* agen(n: Py): PyAsyncGenerator {
  for (const i of range(n)) {
    yield* asyncio.sleep(0);
    yield* emit(mul(i, i));
  }
}
asyncGenDef(agen, "agen", "(n)");

export function* worker(name: string, q: asyncio.Queue, results: Py[]): Coroutine<Py> {
  while (true) {
    const item = yield* q.get();
    try {
      if (eq(item, 3)) {
        throw new ValueError("three");
      }
      list.append(results, T(name, item));
    } catch ($e) {
      const e = caught($e);
      if (e instanceof ValueError) {
        print("error", e);
      } else {
        throw $e;
      }
    } finally {
      q.task_done();
    }
    yield* asyncio.sleep(0);
  }
}
asyncDef(worker, "worker", "(name, q, results)");

export function* limited(sem: asyncio.Semaphore, i: Py, log: Py[]): Coroutine<Py> {
  yield* sem.acquire();
  try {
    list.append(log, $f`in ${i}`);
    yield* asyncio.sleep(0.001);
    list.append(log, $f`out ${i}`);
  } finally {
    sem.release();
  }
  return i;
}
asyncDef(limited, "limited", "(sem, i, log)");

export function* cancelled(): Coroutine<null> {
  try {
    yield* asyncio.sleep(10);
  } catch ($e) {
    const $x = caught($e);
    if ($x instanceof asyncio.CancelledError) {
      print("cancelled");
      throw $x;
    } else {
      throw $e;
    }
  } finally {
    print("cleanup");
  }
  return null;
}
asyncDef(cancelled, "cancelled", "()");

export function* fails(): Coroutine<Py> {
  yield* asyncio.sleep(0);
  throw new RuntimeError("failed");
}
asyncDef(fails, "fails", "()");

export function* main(): Coroutine<null> {
  let t1: Py, t2: Py;
  const $w = yield* asyncWithScope(new Resource("a"));
  try {
    const a = $w.value;
    const $w2 = yield* asyncWithScope(new Resource("b"));
    try {
      const b = $w2.value;
      print(a.name, b.name);
    } catch ($e) {
      yield* $w2.failed($e);
    } finally {
      yield* $w2.end();
    }
  } catch ($e) {
    yield* $w.failed($e);
  } finally {
    yield* $w.end();
  }
  try {
    const $w3 = yield* asyncWithScope(new Resource("c"));
    try {
      throw new KeyError("x");
    } catch ($e) {
      yield* $w3.failed($e);
    } finally {
      yield* $w3.end();
    }
  } catch ($e) {
    const e = caught($e);
    if (e instanceof KeyError) {
      print("got", e);
    } else {
      throw $e;
    }
  }
  const $it = aiter(new Countdown(3));
  while (true) {
    const i = yield* asyncNext($it);
    if (i === undefined) {
      break;
    }
    print("count", i);
  }
  print("lift off");
  const $it2 = aiter(agen(4));
  try {
    while (true) {
      const v = yield* asyncNext($it2);
      if (v === undefined) {
        break;
      }
      if (eq(v, 4)) {
        break;
      }
      print("agen", v);
    }
  } finally {
    asyncDrop($it2);
  }
  print(
    yield* (function* ($0: Py): Coroutine<Py> {
      const $r: Py[] = [];
      const $it = aiter($0);
      while (true) {
        const x = yield* asyncNext($it);
        if (x === undefined) {
          break;
        }
        $r.push(x);
      }
      return $r;
    })(agen(3)),
    yield* (function* (): Coroutine<Py> {
      const $r: Py[] = [];
      for (const f of [asyncio.sleep(0, 1), asyncio.sleep(0, 2)]) {
        $r.push(yield* aw(f));
      }
      return $r;
    })(),
  );
  print(
    yield* (function* ($0: Py): Coroutine<Py> {
      const $r = D();
      const $it = aiter($0);
      while (true) {
        const x = yield* asyncNext($it);
        if (x === undefined) {
          break;
        }
        if (truth(x)) {
          setitem($r, x, add(x, 1));
        }
      }
      return $r;
    })(agen(3)),
  );
  const q = new asyncio.Queue();
  const results: Py[] = [];
  const tasks: Py[] = Array.from(range(2), (i) => asyncio.create_task(worker($f`w${i}`, q, results)));
  for (const i of range(6)) {
    q.put_nowait(i);
  }
  yield* q.join();
  for (const t of tasks) {
    invoke(t, "cancel");
  }
  print(yield* asyncio.gather(...tasks, { return_exceptions: true }));
  print(sorted(results));
  const log: Py[] = [];
  const sem = new asyncio.Semaphore(2);
  print(yield* asyncio.gather(...Array.from(range(4), (i) => limited(sem, i, log))));
  print(log);
  const t = asyncio.create_task(cancelled(), { name: "victim" });
  yield* asyncio.sleep(0);
  t.cancel();
  try {
    yield* aw(t);
  } catch ($e) {
    const $x = caught($e);
    if ($x instanceof asyncio.CancelledError) {
      print("was cancelled", t.cancelled(), t.get_name());
    } else {
      throw $e;
    }
  }
  try {
    yield* asyncio.wait_for(asyncio.sleep(5), 0.01);
  } catch ($e) {
    const $x = caught($e);
    if ($x instanceof TimeoutError) {
      print("timeout");
    } else {
      throw $e;
    }
  }
  try {
    const $w4 = yield* asyncWithScope(asyncio.timeout(0.01));
    try {
      yield* asyncio.sleep(5);
    } catch ($e) {
      yield* $w4.failed($e);
    } finally {
      yield* $w4.end();
    }
  } catch ($e) {
    const $x = caught($e);
    if ($x instanceof TimeoutError) {
      print("timeout 2");
    } else {
      throw $e;
    }
  }
  print(yield* asyncio.gather(fails(), asyncio.sleep(0, "ok"), { return_exceptions: true }));
  try {
    yield* asyncio.gather(fails(), asyncio.sleep(0));
  } catch ($e) {
    const e = caught($e);
    if (e instanceof RuntimeError) {
      print("gather:", e);
    } else {
      throw $e;
    }
  }
  try {
    const $w5 = yield* asyncWithScope(new asyncio.TaskGroup());
    try {
      const tg = $w5.value;
      t1 = tg.create_task(asyncio.sleep(0, "one"));
      t2 = tg.create_task(asyncio.sleep(0, "two"));
    } catch ($e) {
      yield* $w5.failed($e);
    } finally {
      yield* $w5.end();
    }
    print(t1.result(), t2.result());
  } catch ($e) {
    const $x = caught($e);
    if ($x instanceof ValueError) {
      print("never");
    } else {
      throw $e;
    }
  }
  const ev = new asyncio.Event();

  function* waiter(): Coroutine<string> {
    yield* ev.wait();
    return "woken";
  }
  asyncDef(waiter, "main.<locals>.waiter", "()");

  const w = asyncio.create_task(waiter());
  yield* asyncio.sleep(0);
  ev.set();
  print(yield* aw(w));
  const lock = new asyncio.Lock();
  yield* lock.acquire();
  try {
    print("locked", lock.locked());
  } finally {
    lock.release();
  }
  print(lock.locked());
  const loop = asyncio.get_running_loop();
  const fut = loop.create_future();
  loop.call_soon(getattr(fut, "set_result"), 42);
  print(yield* aw(fut));
  const start = time.perf_counter();
  yield* asyncio.gather(asyncio.sleep(0.05), asyncio.sleep(0.05));
  print(lt(sub(time.perf_counter(), start), 0.09));
  return null;
}
asyncDef(main, "main", "()");

if (isMain(import.meta)) {
  await program(function* (): Coroutine<void> {
    yield* asyncio.run(main());
  });
}
