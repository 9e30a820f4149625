import * as asyncio from "@portalis/asyncio";
import {
  ConnectionError,
  type Coroutine,
  D,
  type Dict,
  Exception,
  NotImplementedError,
  type Py,
  PyObject,
  T,
  type Tuple,
  add,
  asyncDef,
  asyncWithScope,
  aw,
  bitor,
  call,
  callKw,
  caught,
  classDef,
  def,
  exceptStar,
  f,
  getattr,
  getitem,
  iadd,
  invoke,
  isinstance,
  kwargs as $kwargs,
  len,
  list,
  lt,
  max,
  mul,
  neg,
  print,
  program,
  range,
  repr,
  setitem,
  slice,
  sub as $sub,
  time,
} from "@portalis/python";

export class Observable extends PyObject {
  declare _observers: Py[];

  __init__(): void {
    this._observers = [];
  }

  subscribe(fn: Py): Py {
    list.append(this._observers, fn);
    return () => list.remove(this._observers, fn);
  }

  emit(args: Tuple, kwargs: Dict): null {
    for (const fn of list(this._observers)) {
      callKw(fn, [...args], $kwargs(kwargs));
    }
    return null;
  }
}
classDef(Observable, "Observable", { __init__: "()", subscribe: "(fn)", emit: "(*args, **kwargs)" });

export class Singleton extends PyObject {
  static _instance: Py = null;

  static get(): Py {
    if (this._instance === null) {
      this._instance = new this();
    }
    return this._instance;
  }
}
classDef(Singleton, "Singleton", { _instance: "attribute", get: "class ()" });

export class Plugin extends PyObject {
  static registry: Py = D();

  static register(name: Py): Py {
    const cls = this;
    function deco(sub: Py): Py {
      setitem(cls.registry, name, sub);
      return sub;
    }
    def(deco, "Plugin.register.<locals>.deco", "(sub)");

    return deco;
  }

  run(x: Py): Py {
    throw new NotImplementedError();
  }
}
classDef(Plugin, "Plugin", { registry: "attribute", register: "class (name)", run: "(x)" });

class Double$ extends Plugin {
  run(x: Py): Py {
    return mul(x, 2);
  }
}
classDef(Double$, "Double", { run: "(x)" });

export const Double: Py = call(Plugin.register("double"), Double$);

class Neg$ extends Plugin {
  run(x: Py): Py {
    return neg(x);
  }
}
classDef(Neg$, "Neg", { run: "(x)" });

export const Neg: Py = call(Plugin.register("neg"), Neg$);

export class Pipeline extends PyObject {
  declare stages: Py[];

  __init__(names: Tuple): void {
    this.stages = Array.from(names, (n) => call(getitem(Plugin.registry, n)));
  }

  __call__(x: Py): Py {
    for (const s of this.stages) {
      x = invoke(s, "run", x);
    }
    return x;
  }

  __or__(name: Py): Pipeline {
    const p = new Pipeline(T());
    p.stages = add(this.stages, [call(getitem(Plugin.registry, name))]);
    return p;
  }
}
classDef(Pipeline, "Pipeline", { __init__: "(*names)", __call__: "(x)", __or__: "(name)" });

export class Meter extends PyObject {
  declare calls: Py;

  __init__(): void {
    this.calls = 0;
  }

  __call__(fn: Py): Py {
    const self = this;
    function wrapped(args: Tuple): Py {
      self.calls = add(self.calls, 1);
      return call(fn, ...args);
    }
    def(wrapped, "Meter.__call__.<locals>.wrapped", "(*args)");

    return wrapped;
  }
}
classDef(Meter, "Meter", { __init__: "()", __call__: "(fn)" });

export const meter = new Meter();

export const area: Py = call(
  meter,
  def(
    function (w: Py, h: Py = 2): Py {
      return mul(w, h);
    },
    "area",
    "(w, h=)",
  ),
);

const $retry_exceptions: Py = T(Exception);

export function retry(times: Py, exceptions: Tuple = $retry_exceptions): Py {
  function deco(fn: Py): Py {
    function* inner(args: Tuple, kw: Dict): Coroutine<Py> {
      for (const attempt of range(1, add(times, 1))) {
        try {
          return yield* aw(callKw(fn, [...args], $kwargs(kw)));
        } catch ($e) {
          const e = caught($e);
          if (isinstance(e, exceptions)) {
            print(f`attempt ${attempt} failed: ${e}`);
            if (attempt === times) {
              throw e;
            }
            yield* asyncio.sleep(0);
          } else {
            throw $e;
          }
        }
      }
      return null;
    }
    asyncDef(inner, "retry.<locals>.deco.<locals>.inner", "(*args, **kw)");

    return inner;
  }
  def(deco, "retry.<locals>.deco", "(fn)");

  return deco;
}
def(retry, "retry", "(times, exceptions=)");

export const attempts = D(["n", 0]);

export const flaky: Py = call(
  retry(3, T(ConnectionError)),
  asyncDef(
    function* (limit: Py): Coroutine<string> {
      setitem(attempts, "n", iadd(getitem(attempts, "n"), 1));
      if (lt(getitem(attempts, "n"), limit)) {
        throw new ConnectionError(f`try ${getitem(attempts, "n")}`);
      }
      return "ok";
    },
    "flaky",
    "(limit)",
  ),
);

export class RateLimiter extends PyObject {
  declare sem: asyncio.Semaphore;
  declare active: Py;
  declare peak: Py;

  __init__(rate: Py): void {
    this.sem = new asyncio.Semaphore(rate);
    this.active = 0;
    this.peak = 0;
  }

  *__aenter__(): Coroutine<RateLimiter> {
    yield* this.sem.acquire();
    this.active = add(this.active, 1);
    this.peak = max(this.peak, this.active);
    return this;
  }

  *__aexit__(exc: Tuple): Coroutine<null> {
    this.active = $sub(this.active, 1);
    this.sem.release();
    return null;
  }
}
classDef(RateLimiter, "RateLimiter", { __init__: "(rate)", __aenter__: "async ()", __aexit__: "async (*exc)" });

export function* job(limiter: RateLimiter, i: Py): Coroutine<Py> {
  const $w = yield* asyncWithScope(limiter);
  try {
    yield* asyncio.sleep(mul(0.001, $sub(5, i)));
    return i;
  } catch ($e) {
    yield* $w.failed($e);
  } finally {
    yield* $w.end();
  }
  return null;
}
asyncDef(job, "job", "(limiter, i)");

export function* ticker(n: Py, out: Py[]): Coroutine<null> {
  try {
    for (const i of range(n)) {
      list.append(out, i);
      yield* asyncio.sleep(0.005);
    }
  } catch ($e) {
    const $x = caught($e);
    if ($x instanceof asyncio.CancelledError) {
      list.append(out, "cancelled");
      throw $x;
    } else {
      throw $e;
    }
  } finally {
    list.append(out, "bye");
  }
  return null;
}
asyncDef(ticker, "ticker", "(n, out)");

export function* stage(inp: asyncio.Queue, out: asyncio.Queue, fn: Py): Coroutine<null> {
  let item: Py;
  while ((item = yield* inp.get()) !== null) {
    yield* out.put(call(fn, item));
  }
  yield* out.put(null);
  return null;
}
asyncDef(stage, "stage", "(inp, out, fn)");

export function* main(): Coroutine<null> {
  let v: Py;
  const lim = new RateLimiter(2);
  print(yield* asyncio.gather(...Array.from(range(5), (i) => job(lim, i))), lim.peak);
  print(yield* aw(call(flaky, 2)));
  setitem(attempts, "n", 0);
  try {
    yield* aw(call(flaky, 9));
  } catch ($e) {
    const e = caught($e);
    if (e instanceof ConnectionError) {
      print("gave up:", e);
    } else {
      throw $e;
    }
  }
  const out: Py[] = [];
  const t = asyncio.create_task(ticker(100, out));
  yield* asyncio.sleep(0.012);
  t.cancel();
  const results: Py[] = yield* asyncio.gather(t, { return_exceptions: true });
  print(getitem(out, 0), getitem(out, slice(-2, null)), results, t.done());
  const [q1, q2, q3]: Py[] = [new asyncio.Queue(), new asyncio.Queue(), new asyncio.Queue()];
  const stages: Py[] = [
    asyncio.create_task(stage(q1, q2, (x: Py) => add(x, 1))),
    asyncio.create_task(stage(q2, q3, (x: Py) => mul(x, 10))),
  ];
  for (const i of [1, 2, 3, null]) {
    yield* q1.put(i);
  }
  const final: Py[] = [];
  while ((v = yield* q3.get()) !== null) {
    list.append(final, v);
  }
  yield* asyncio.gather(...stages);
  print(final);
  const loop = asyncio.get_running_loop();
  const order: Py[] = [];
  loop.call_soon(getattr(order, "append"), "soon");
  loop.call_later(0.001, () => list.append(order, "later"));
  yield* asyncio.sleep(0.01);
  print(order);
  const cond = new asyncio.Condition();
  const state = D(["ready", false]);

  function* wait_ready(): Coroutine<Py> {
    yield* cond.acquire();
    try {
      yield* cond.wait_for(() => getitem(state, "ready"));
      return "ready!";
    } finally {
      cond.release();
    }
    return null;
  }
  asyncDef(wait_ready, "main.<locals>.wait_ready", "()");

  const w = asyncio.create_task(wait_ready());
  yield* asyncio.sleep(0);
  yield* cond.acquire();
  try {
    setitem(state, "ready", true);
    cond.notify_all();
  } finally {
    cond.release();
  }
  print(yield* aw(w));
  try {
    const $w = yield* asyncWithScope(new asyncio.TaskGroup());
    try {
      const tg = $w.value;
      tg.create_task(asyncio.sleep(1));
      tg.create_task(call(flaky, 99));
    } catch ($e) {
      yield* $w.failed($e);
    } finally {
      yield* $w.end();
    }
  } catch ($e) {
    const $x = exceptStar($e);
    if ($x.match(ConnectionError)) {
      try {
        const $g = $x.group;
        const eg: Py = $g;
        print("group", len(getattr(eg, "exceptions")));
      } catch ($e2) {
        $x.raised($e2);
      }
    }
    $x.finish();
  }
  return null;
}
asyncDef(main, "main", "()");

export const obs = new Observable();
export const seen: Py[] = [];

await program(function* (): Coroutine<void> {
  const off = obs.subscribe(def((a: Tuple, k: Dict) => list.append(seen, T(a, k)), "<lambda>", "(*a, **k)"));
  obs.emit(T(1), D(["x", 2]));
  call(off);
  obs.emit(T(3), D());
  print(seen, Object.is(Singleton.get(), Singleton.get()), Singleton._instance !== null);
  const p = new Pipeline(T("double", "neg"));
  print(call(p, 5), call(bitor(p, "double"), 5), list(Plugin.registry), call(area, 3), call(area, 3, 4), meter.calls);
  try {
    new Plugin().run(1);
  } catch ($e) {
    const e = caught($e);
    if (e instanceof NotImplementedError) {
      print("not implemented", repr(e));
    } else {
      throw $e;
    }
  }
  const start = time.monotonic();
  yield* asyncio.run(main());
  print(lt($sub(time.monotonic(), start), 5));
});
