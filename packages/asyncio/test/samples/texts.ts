/** Reprs and messages, without addresses. */
import * as asyncio from "../../src/index.js";
import {
  BaseException,
  type Coroutine,
  D,
  Exception,
  KeyError,
  type Py,
  S,
  StopIteration,
  T,
  TimeoutError,
  ValueError,
  add,
  aenter,
  aexit,
  aexitWith,
  asyncDef,
  aw,
  call,
  caught,
  contains,
  def,
  float,
  getattr,
  getitem,
  invoke,
  isMain,
  issubclass,
  len,
  list,
  mul,
  ne,
  pow,
  print,
  program,
  range,
  repr,
  slice,
  str,
  sub,
  truth,
  type,
} from "@portalis/python";

export function show(value: Py): null {
  print(hide(repr(value)));
  return null;
}
def(show, "show", "(value)");

/** Takes addresses and places in files out: the one differ from run to run, the others are not known everywhere. */
export function hide(text: string): string {
  const words: Py[] = [];
  for (let word of str.split(text, " ")) {
    if (truth(invoke(word, "startswith", "0x"))) {
      const end = sub(len(word), len(invoke(word, "lstrip", "0123456789abcdefx")));
      word = add("0x", getitem(word, slice(end, null)));
    }
    list.append(words, word);
  }
  return str.join(" ", words);
}
def(hide, "hide", "(text)");

export function* attempt(what: Py): Coroutine<null> {
  try {
    print("no error", hide(repr(yield* aw(call(what)))));
  } catch ($e) {
    const e = caught($e);
    if (e instanceof BaseException) {
      print(getattr(type(e), "__name__"), hide(str(e)));
    } else {
      throw $e;
    }
  }
  return null;
}
asyncDef(attempt, "attempt", "(what)");

export function refused(what: Py): null {
  try {
    print("no error", hide(repr(call(what))));
  } catch ($e) {
    const e = caught($e);
    if (e instanceof BaseException) {
      print(getattr(type(e), "__name__"), hide(str(e)));
    } else {
      throw $e;
    }
  }
  return null;
}
def(refused, "refused", "(what)");

export function* nothing(): Coroutine<Py> {
  return 1;
}
asyncDef(nothing, "nothing", "()");

export function* main(): Coroutine<null> {
  let $t: Py;
  const loop = asyncio.get_running_loop();
  let f: asyncio.Future = new asyncio.Future();
  show(f);
  f.set_result(list(range(10)));
  show(f);
  f = loop.create_future();
  f.set_exception(new ValueError("boom"));
  show(f);
  print(repr(f.exception()));
  f = loop.create_future();
  f.cancel("why");
  show(f);
  refused(() => f.result());
  refused(() => f.result());
  refused(() => f.exception());
  refused(() => f.set_result(1));
  refused(() => f.set_exception(new ValueError()));
  f = loop.create_future();
  refused(() => f.result());
  refused(() => f.exception());
  refused(() => f.set_exception(5));
  refused(() => f.set_exception(StopIteration));
  show(f.exception());
  f = loop.create_future();
  f.set_exception(KeyError);
  show(f.exception());
  for (const value of T(
    mul("x", 50),
    mul("y", 28),
    D([1, 2], [3, 4], [5, 6], [7, 8], [9, 10]),
    T(1),
    [[[[[[[[1]]]]]]]],
    S(5, 3, 1),
    pow(2, 200),
    null,
    1.5,
    true,
  )) {
    f = loop.create_future();
    f.set_result(value);
    show(f);
  }

  const t = asyncio.create_task(nothing(), { name: "job" });
  print(t.get_name(), t.done(), t.cancelled(), t.cancelling());
  refused(() => invoke(t, "set_result", 1));
  refused(() => invoke(t, "set_exception", new ValueError()));
  refused(() => t.result());
  print(yield* aw(t), t.done(), t.result(), t.exception());
  t.set_name(12);
  print(repr(t.get_name()));
  print(t.cancel());

  const wrong: Py[] = [5, "a"];
  refused(() => asyncio.create_task(getitem(wrong, 0)));
  refused(() => asyncio.ensure_future(getitem(wrong, 0)));
  refused(() => asyncio.gather(getitem(wrong, 0)));
  refused(() => asyncio.shield(getitem(wrong, 0)));
  refused(() => asyncio.as_completed(f));
  yield* attempt(() => asyncio.wait([]));
  yield* attempt(() => asyncio.wait(f));
  yield* attempt(() => asyncio.wait([f], { return_when: "x" }));
  yield* attempt(() => asyncio.sleep(getitem(wrong, 1)));
  yield* attempt(() => asyncio.sleep(float("nan")));

  const lock = new asyncio.Lock();
  show(lock);
  refused(() => lock.release());
  yield* lock.acquire();
  show(lock);
  const waiting = asyncio.create_task(lock.acquire());
  yield* asyncio.sleep(0);
  show(lock);
  lock.release();
  show(lock);
  yield* aw(waiting);
  const e = new asyncio.Event();
  show(e);
  e.set();
  show(e);
  const s = new asyncio.Semaphore(2);
  show(s);
  yield* s.acquire();
  yield* s.acquire();
  show(s);
  refused(() => new asyncio.Semaphore(-1));
  const b = new asyncio.BoundedSemaphore(1);
  refused(() => b.release());
  show(b);
  const c = new asyncio.Condition();
  show(c);
  refused(() => c.notify());
  refused(() => c.notify_all());
  yield* attempt(() => c.wait());
  const barrier = new asyncio.Barrier(2);
  show(barrier);
  print(getattr(barrier, "parties"), getattr(barrier, "n_waiting"), getattr(barrier, "broken"));
  yield* barrier.abort();
  show(barrier);
  yield* attempt(() => barrier.wait());
  yield* barrier.reset();
  show(barrier);
  refused(() => new asyncio.Barrier(0));

  const q = new asyncio.Queue(2);
  show(q);
  q.put_nowait("a");
  q.put_nowait("b");
  show(q);
  print(q.qsize(), getattr(q, "maxsize"), q.full(), q.empty(), hide(str(q)));
  refused(() => q.put_nowait("c"));
  const putter = asyncio.create_task(q.put("c"));
  yield* asyncio.sleep(0);
  show(q);
  print(q.get_nowait(), q.get_nowait());
  yield* aw(putter);
  print(yield* q.get());
  refused(() => q.get_nowait());
  q.task_done();
  q.task_done();
  q.task_done();
  refused(() => q.task_done());
  q.shutdown();
  show(q);
  refused(() => q.put_nowait(1));
  yield* attempt(() => q.get());
  const p = new asyncio.PriorityQueue();
  for (const item of T(3, 1, 2, 1.5, 0)) {
    yield* p.put(item);
  }
  show(p);
  print(Array.from(range(p.qsize()), (_) => p.get_nowait()));
  const l = new asyncio.LifoQueue();
  for (const item of range(3)) {
    l.put_nowait(item);
  }
  show(l);
  print(Array.from(range(l.qsize()), (_) => l.get_nowait()));

  show(asyncio.timeout(5));
  let timeout: asyncio.Timeout = asyncio.timeout(null);
  refused(() => timeout.reschedule(1));
  const $m = timeout;
  yield* aenter($m);
  let $ok: Py = true;
  try {
    show(timeout);
    print(timeout.when(), timeout.expired());
    timeout.reschedule(add(loop.time(), 12.34567));
    show(timeout);
    yield* attempt(() => invoke(timeout, "__aenter__"));
  } catch ($e) {
    $ok = false;
    if (!(yield* aexitWith($m, $e))) {
      throw $e;
    }
  } finally {
    if ($ok) {
      yield* aexit($m);
    }
  }
  show(timeout);
  refused(() => timeout.reschedule(1));
  try {
    const $m2 = asyncio.timeout(0.5);
    const $w2 = yield* aenter($m2);
    let $ok2: Py = true;
    try {
      timeout = $w2;
      yield* asyncio.sleep(1);
    } catch ($e) {
      $ok2 = false;
      if (!(yield* aexitWith($m2, $e))) {
        throw $e;
      }
    } finally {
      if ($ok2) {
        yield* aexit($m2);
      }
    }
  } catch ($e) {
    const error = caught($e);
    if (error instanceof TimeoutError) {
      print(repr(error), repr(getattr(error, "__cause__")), timeout.expired());
    } else {
      throw $e;
    }
  }
  show(timeout);

  const group = new asyncio.TaskGroup();
  show(group);
  refused(() => group.create_task(nothing()));
  yield* aenter(group);
  let $ok3: Py = true;
  try {
    show(group);
    group.create_task(nothing());
    show(group);
    yield* attempt(() => invoke(group, "__aenter__"));
  } catch ($e) {
    $ok3 = false;
    if (!(yield* aexitWith(group, $e))) {
      throw $e;
    }
  } finally {
    if ($ok3) {
      yield* aexit(group);
    }
  }
  show(group);
  refused(() => group.create_task(nothing()));

  let h: Py = loop.call_soon(print, "never");
  show(invoke(h, "cancelled"));
  invoke(h, "cancel");
  show(h);
  h = loop.call_at(7.5, print);
  invoke(h, "cancel");
  show(h);
  print(invoke(h, "when"), invoke(h, "cancelled"));
  refused(() => loop.call_later(null, print));
  refused(() => loop.call_at(null, print));
  print(loop.is_running(), loop.is_closed(), loop.get_debug(), loop.time());
  print(
    asyncio.iscoroutine(5),
    asyncio.isfuture(f),
    asyncio.isfuture(5),
    asyncio.iscoroutinefunction(nothing),
    asyncio.iscoroutinefunction(print),
  );
  print(
    ne(invoke(asyncio.current_task(), "get_name"), ""),
    (($t = asyncio.current_task()), contains(asyncio.all_tasks(), $t)),
    len(asyncio.all_tasks()),
  );
  print(issubclass(asyncio.CancelledError, Exception), TimeoutError === TimeoutError);
  for (const kind of T(asyncio.CancelledError, asyncio.InvalidStateError, asyncio.QueueEmpty, asyncio.BrokenBarrierError, TimeoutError)) {
    print(kind, getattr(kind, "__name__"));
  }
  return null;
}
asyncDef(main, "main", "()");

if (isMain(import.meta)) {
  await program(function* (): Coroutine<void> {
    yield* asyncio.run(main());
  });
}
