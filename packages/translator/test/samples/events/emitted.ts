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
  asyncDef,
  asyncWithScope,
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
  eq,
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
  withScope,
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
  const $w = withScope(invoke(bus, "muted", "greet"));
  try {
    print(yield* bus.publish(call(Message, "greet", "bob", D(["b", "2"], ["a", "1"]))), log);
  } catch ($e) {
    $w.failed($e);
  } finally {
    $w.end();
  }
  list.clear(log);
  const $w2 = yield* asyncWithScope(invoke(bus, "session", "s1"));
  try {
    const b = $w2.value;
    if (!Object.is(b, bus)) {
      throw new AssertionError();
    }
    yield* bus.publish(call(Message, "other", "bad"));
  } catch ($e) {
    yield* $w2.failed($e);
  } finally {
    yield* $w2.end();
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
  const $w3 = withScope(new contextlib.suppress(KeyError));
  try {
    getitem(D(), "x");
  } catch ($e) {
    $w3.failed($e);
  } finally {
    $w3.end();
  }
  for (const coro of iter(asyncio.as_completed([asyncio.sleep(0.02, "b"), asyncio.sleep(0.01, "a")]))) {
    print(yield* aw(coro));
  }
  try {
    const $w4 = yield* asyncWithScope(asyncio.timeout(0.01));
    try {
      const $w5 = yield* asyncWithScope(invoke(bus, "session", "s2"));
      try {
        yield* asyncio.sleep(1);
      } catch ($e) {
        yield* $w5.failed($e);
      } finally {
        yield* $w5.end();
      }
    } catch ($e) {
      yield* $w4.failed($e);
    } finally {
      yield* $w4.end();
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
