/** An event bus with subscribers, filters and a bounded history. */
import * as asyncio from "@portalis/asyncio";
import {
  AssertionError,
  type Coroutine,
  D,
  Exception,
  KeyError,
  type Py,
  type PyAsyncGenerator,
  type PyGenerator,
  PyObject,
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
  classDef,
  collections,
  contextlib,
  dataclassDef,
  def,
  dict,
  emit,
  enter,
  eq,
  exit,
  exitWith,
  f,
  field,
  getattr,
  getitem,
  invoke,
  isMain,
  isinstance,
  iter,
  keep,
  len,
  list,
  mul,
  print,
  program,
  range,
  repr,
  set,
  setattr,
  setitem,
  sorted,
  str,
  sub,
  type,
  unpack,
} from "@portalis/python";

export class Sink extends PyObject {
  write(text: Py): null {
    return null;
  }
}
classDef(Sink, "Sink", { write: "(text)" });

export class Message extends PyObject {
  __str__(): string {
    const extra = str.join(
      ", ",
      (() => {
        const $r: Py[] = [];
        for (const $i of sorted(invoke(this.headers, "items"))) {
          const [k, v] = unpack($i, 2);
          $r.push(f`${k}=${v}`);
        }
        return $r;
      })(),
    );
    return add(f`[${this.topic}] ${repr(this.payload)}`, extra !== "" ? f` (${extra})` : "");
  }
}
classDef(Message, "Message", { __str__: "()" });
dataclassDef(
  Message,
  [field("topic"), field("payload", { default: null }), field("headers", { default_factory: dict })],
);

export class Bus extends PyObject {
  declare _handlers: collections.defaultdict;
  declare _history: collections.deque;
  declare _tasks: Py;
  declare errors: Py[];

  __init__(history: Py = 3): void {
    this._handlers = new collections.defaultdict(list);
    this._history = new collections.deque(undefined, history);
    this._tasks = set();
    this.errors = [];
  }

  on(topic: string): Py {
    const self = this;
    function register(handler: Py): Py {
      invoke(getitem(self._handlers, topic), "append", handler);
      return handler;
    }
    def(register, "Bus.on.<locals>.register", "(handler)");

    return register;
  }

  *publish(message: Message): Coroutine<Py> {
    this._history.append(message);
    const handlers = add(this._handlers.get(message.topic, []), this._handlers.get("*", []));
    const results: Py[] = yield* asyncio.gather(
      ...Array.from(keep(handlers), (h) => call(h, message)),
      { return_exceptions: true },
    );
    for (const result of results) {
      if (isinstance(result, Exception)) {
        list.append(this.errors, f`${getattr(type(result), "__name__")}: ${result}`);
      }
    }
    return len(handlers);
  }

  publish_later(message: Message, delay: Py): asyncio.Task {
    const self = this;
    function* later(): Coroutine<Py> {
      yield* asyncio.sleep(delay);
      return yield* self.publish(message);
    }
    asyncDef(later, "Bus.publish_later.<locals>.later", "()");

    const task = asyncio.create_task(later());
    self._tasks.add(task);
    task.add_done_callback(getattr(self._tasks, "discard"));
    return task;
  }

  get history(): Py[] {
    return Array.from(keep(this._history), (m) => str(m));
  }

  *muted(topic: Py): PyGenerator {
    const saved = this._handlers.pop(topic, []);
    try {
      yield null;
    } finally {
      setitem(this._handlers, topic, saved);
    }
    return null;
  }

  *session(name: Py): PyAsyncGenerator {
    yield* this.publish(call(Message, "session", f`${name} open`));
    try {
      yield* emit(this);
    } finally {
      yield* this.publish(call(Message, "session", f`${name} closed`));
    }
  }
}
classDef(
  Bus,
  "Bus",
  {
    __init__: "(history=)",
    on: "(topic)",
    publish: "async (message)",
    publish_later: "(message, delay)",
    history: "property",
    muted: "generator (topic)",
    session: "asyncgen (name)",
  },
);
setattr(Bus, "muted", call(contextlib.contextmanager, getattr(Bus, "muted")));
setattr(Bus, "session", call(contextlib.asynccontextmanager, getattr(Bus, "session")));

export const bus = new Bus();
export const log: Py[] = [];

export const greet: Py = call(
  bus.on("greet"),
  asyncDef(
    function* (message: Py): Coroutine<null> {
      list.append(log, f`hello ${getattr(message, "payload")}`);
      return null;
    },
    "greet",
    "(message)",
  ),
);

export const slow_greet: Py = call(
  bus.on("greet"),
  asyncDef(
    function* (message: Py): Coroutine<null> {
      yield* asyncio.sleep(0.01);
      list.append(log, f`slow hello ${getattr(message, "payload")}`);
      return null;
    },
    "slow_greet",
    "(message)",
  ),
);

export const everything: Py = call(
  bus.on("*"),
  asyncDef(
    function* (message: Py): Coroutine<null> {
      if (eq(getattr(message, "payload"), "bad")) {
        throw new ValueError("bad payload");
      }
      list.append(log, f`saw ${message}`);
      return null;
    },
    "everything",
    "(message)",
  ),
);

export function* main(): Coroutine<null> {
  const n = yield* bus.publish(call(Message, "greet", "ann"));
  print(n, log);
  list.clear(log);
  const $m = invoke(bus, "muted", "greet");
  enter($m);
  let $ok: Py = true;
  try {
    print(yield* bus.publish(call(Message, "greet", "bob", D(["b", "2"], ["a", "1"]))), log);
  } catch ($e) {
    $ok = false;
    if (!exitWith($m, $e)) {
      throw $e;
    }
  } finally {
    if ($ok) {
      exit($m);
    }
  }
  list.clear(log);
  const $m2 = invoke(bus, "session", "s1");
  const $w2 = yield* aenter($m2);
  let $ok2: Py = true;
  try {
    const b = $w2;
    if (!(b === bus)) {
      throw new AssertionError();
    }
    yield* bus.publish(call(Message, "other", "bad"));
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
  print(bus.errors, bus.history);
  const tasks: Py[] = Array.from(
    range(3),
    (i) => bus.publish_later(call(Message, "greet", i), sub(0.02, mul(i, 0.005))),
  );
  const [done, pending] = unpack(yield* asyncio.wait(tasks, { return_when: asyncio.FIRST_COMPLETED }), 2);
  print(len(done), len(pending));
  print(
    yield* (function* (): Coroutine<Py> {
      const $r: Py[] = [];
      for (const t of tasks) {
        $r.push(yield* aw(t));
      }
      return $r;
    })(),
    len(bus._tasks),
  );
  const $m3 = new contextlib.suppress(KeyError);
  enter($m3);
  let $ok3: Py = true;
  try {
    getitem(D(), "x");
  } catch ($e) {
    $ok3 = false;
    if (!exitWith($m3, $e)) {
      throw $e;
    }
  } finally {
    if ($ok3) {
      exit($m3);
    }
  }
  for (const coro of iter(asyncio.as_completed([asyncio.sleep(0.02, "b"), asyncio.sleep(0.01, "a")]))) {
    print(yield* aw(coro));
  }
  try {
    const $m4 = asyncio.timeout(0.01);
    yield* aenter($m4);
    let $ok5: Py = true;
    try {
      const $m5 = invoke(bus, "session", "s2");
      yield* aenter($m5);
      let $ok4: Py = true;
      try {
        yield* asyncio.sleep(1);
      } catch ($e) {
        $ok4 = false;
        if (!(yield* aexitWith($m5, $e))) {
          throw $e;
        }
      } finally {
        if ($ok4) {
          yield* aexit($m5);
        }
      }
    } catch ($e) {
      $ok5 = false;
      if (!(yield* aexitWith($m4, $e))) {
        throw $e;
      }
    } finally {
      if ($ok5) {
        yield* aexit($m4);
      }
    }
  } catch ($e) {
    const $x = caught($e);
    if ($x instanceof TimeoutError) {
      print("timed out:", getitem(bus.history, -1));
    } else {
      throw $e;
    }
  }
  return null;
}
asyncDef(main, "main", "()");

if (isMain(import.meta)) {
  await program(function* (): Coroutine<void> {
    yield* asyncio.run(main());
  });
}
