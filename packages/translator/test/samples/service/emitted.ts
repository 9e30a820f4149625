import * as asyncio from "@portalis/asyncio";
import {
  type Coroutine,
  KeyboardInterrupt,
  type Py,
  type PyAsyncGenerator,
  PyObject,
  TimeoutError,
  add,
  aiter,
  asyncDef,
  asyncDrop,
  asyncGenDef,
  asyncNext,
  aw,
  caught,
  classDef,
  emit,
  getattr,
  invoke,
  isMain,
  iter,
  len,
  map,
  print,
  program,
  sys,
  truth,
} from "@portalis/python";

let code: Py;

export function* agen(): PyAsyncGenerator {
  try {
    yield* emit(1);
    yield* emit(2);
  } finally {
    print("agen closed");
  }
}
asyncGenDef(agen, "agen", "()");

export class Worker extends PyObject {
  declare name: Py;
  declare retries: Py;
  declare _task: Py;
  declare _stop: asyncio.Event;

  __init__(name: string, { retries = 2 }: { retries?: Py }): void {
    this.name = name;
    this.retries = retries;
    this._task = null;
    this._stop = new asyncio.Event();
  }

  start(): Worker {
    this._task = asyncio.create_task(this._run(), { name: this.name });
    return this;
  }

  *stop(): Coroutine<null> {
    this._stop.set();
    if (this._task !== null) {
      yield* aw(this._task);
    }
    this._task = null;
    return null;
  }

  *_run(): Coroutine<Py> {
    let n: Py = 0;
    while (!this._stop.is_set()) {
      n = add(n, 1);
      try {
        yield* asyncio.wait_for(this._stop.wait(), 0.005);
      } catch ($e) {
        const $x = caught($e);
        if ($x instanceof TimeoutError) {
          if (n >= this.retries) {
            break;
          }
        } else {
          throw $e;
        }
      }
    }
    print(this.name, "ran", n);
    return n;
  }
}
classDef(Worker, "Worker", { __init__: "(name, *, retries=)", start: "()", stop: "async ()", _run: "async ()" });

export function* main(): Coroutine<Py> {
  let $t: Py;
  const $it = aiter(agen());
  try {
    while (true) {
      const x = yield* asyncNext($it);
      if (x === undefined) {
        break;
      }
      print(x);
      break;
    }
  } finally {
    asyncDrop($it);
  }
  yield* asyncio.sleep(0);
  const g = agen();
  print(yield* aw(invoke(g, "__anext__")));
  yield* aw(invoke(g, "aclose"));
  const w = new Worker("w1", {}).start();
  yield* asyncio.sleep(0.012);
  yield* w.stop();
  const results: Py[] = yield* asyncio.gather(...iter(map(asyncio.sleep, [0.001, 0.002], ["a", "b"])));
  print(results);
  const task = asyncio.current_task();
  print(
    truth($t = task !== null) ? invoke(invoke(task, "get_name"), "startswith", "Task") : $t,
    len(asyncio.all_tasks()),
  );
  return 3;
}
asyncDef(main, "main", "()");

if (isMain(import.meta)) {
  await program(function* (): Coroutine<void> {
    try {
      code = yield* asyncio.run(main());
    } catch ($e) {
      const $x = caught($e);
      if ($x instanceof KeyboardInterrupt) {
        code = 130;
      } else {
        throw $e;
      }
    } finally {
      print("done");
    }
    sys.exit(code);
  });
}
