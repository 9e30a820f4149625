/** Functions and classes of asyncio as values, called with what is only known at run time. */
import * as asyncio from "../../src/index.js";
import {
  type Coroutine,
  D,
  type Py,
  PyObject,
  T,
  TimeoutError,
  type Tuple,
  TypeError,
  add,
  aenter,
  aexit,
  aexitWith,
  asyncDef,
  aw,
  call,
  callKw,
  caught,
  classDef,
  functools,
  getattr,
  getitem,
  invoke,
  isMain,
  isinstance,
  iter,
  keep,
  kwargs,
  len,
  list,
  map,
  mul,
  print,
  program,
  type,
  unpack,
} from "@portalis/python";

export class Job extends PyObject {
  declare n: Py;

  override __init__(n: Py): void {
    this.n = n;
  }

  __await__(): Py {
    return invoke(invoke(this, "run", 2), "__await__");
  }

  *run(factor: Py, { plus = 0 }: { plus?: Py }): Coroutine<Py> {
    yield* asyncio.sleep(0);
    return add(mul(this.n, factor), plus);
  }

  note(what: Py, more: Tuple): null {
    print("note", this.n, what, more);
    return null;
  }
}
classDef(Job, "Job", { __init__: "(n)", __await__: "()", run: "async (factor, *, plus=)", note: "(what, *more)" });

export function* value(x: Py, { wait = 0 }: { wait?: Py }): Coroutine<Py> {
  yield* asyncio.sleep(wait);
  return x;
}
asyncDef(value, "value", "(x, *, wait=)");

export function* main(): Coroutine<null> {
  const options = D(["return_exceptions", true]);
  const coros: Py[] = [value(1, {}), value(2, { wait: 0.1 })];
  print(yield* callKw(asyncio.gather, [...coros], kwargs(options)));
  const sleeps: Py[] = [asyncio.sleep, functools.partial(asyncio.sleep, 0.1)];
  print(
    yield* aw(call(getitem(sleeps, 0), 0, "a")),
    yield* aw(call(getitem(sleeps, 1), "b")),
    yield* aw(callKw(getitem(sleeps, 0), [], { delay: 0, result: "c" })),
  );
  const kinds: Py[] = [asyncio.Queue, asyncio.LifoQueue, asyncio.PriorityQueue];
  for (const kind of kinds) {
    const q = callKw(kind, [], { maxsize: 2 });
    invoke(q, "put_nowait", 2);
    invoke(q, "put_nowait", 1);
    print(getattr(kind, "__name__"), invoke(q, "full"), invoke(q, "get_nowait"), isinstance(q, asyncio.Queue), type(q) === kind);
  }
  for (const $i of [T(asyncio.Semaphore, 2), T(asyncio.BoundedSemaphore, 3), T(asyncio.Barrier, 1)]) {
    const [kind, argument] = unpack($i, 2);
    print(call(kind, argument) !== null, getattr(kind, "__name__"));
  }
  try {
    call(asyncio.Queue, 1, 2, 3);
  } catch ($e) {
    const e = caught($e);
    if (e instanceof TypeError) {
      print(getattr(type(e), "__name__"));
    } else {
      throw $e;
    }
  }
  const wait_options = D(["timeout", 0.05], ["return_when", asyncio.FIRST_COMPLETED]);
  const tasks: Py[] = list(map(asyncio.create_task, [value("x", {}), value("y", { wait: 1 })]));
  const [done, pending] = unpack(yield* callKw(asyncio.wait, [tasks], kwargs(wait_options)), 2);
  print(len(done), len(pending));
  print(
    Array.from(keep(done), (t) => invoke(t, "result")),
    yield* asyncio.gather(...iter(pending)),
  );

  const named = new asyncio.Queue();
  const [put, get]: Py[] = [getattr(named, "put"), getattr(named, "get")];
  yield* aw(call(put, "item"));
  print(yield* aw(call(get)));
  const job = new Job(21);
  print(yield* aw(job), yield* asyncio.gather(job), yield* asyncio.wait_for(job, 1));
  const method = getattr(job, "run");
  print(yield* aw(callKw(method, [2], { plus: 1 })), yield* aw(asyncio.create_task(invoke(job, "run", 3))));
  const loop = asyncio.get_running_loop();
  loop.call_soon(getattr(job, "note"), "soon", 1, 2);
  loop.call_later(0.1, functools.partial(getattr(job, "note"), "later"), 3);
  const f = loop.create_future();
  f.add_done_callback(getattr(job, "note"));
  print(f.remove_done_callback(getattr(job, "note")));
  f.add_done_callback((future: Py) => print("done", invoke(future, "result")));
  f.set_result("result");
  yield* asyncio.sleep(0.2);
  const timeouts = D(["short", 0.1], ["long", 5]);
  for (const [name, seconds] of timeouts.items()) {
    try {
      const $m = asyncio.timeout(seconds);
      yield* aenter($m);
      let $ok: Py = true;
      try {
        yield* asyncio.sleep(0.5);
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
      print(name, "in time");
    } catch ($e) {
      const $x = caught($e);
      if ($x instanceof TimeoutError) {
        print(name, "too late");
      } else {
        throw $e;
      }
    }
  }
  const run = getattr(asyncio, "wait_for");
  print(yield* aw(callKw(run, [value(5, {})], { timeout: 1 })));
  return null;
}
asyncDef(main, "main", "()");

if (isMain(import.meta)) {
  await program(function* (): Coroutine<void> {
    yield* asyncio.run(main());
  });
}
