import * as asyncio from "@portalis/asyncio";
import {
  type Coroutine,
  type Py,
  PyObject,
  add,
  asyncDef,
  classDef,
  getattr,
  mul,
  print,
  program,
  range,
} from "@portalis/python";

export function* work(n: Py): Coroutine<Py> {
  yield* asyncio.sleep(0);
  return mul(n, 2);
}
asyncDef(work, "work", "(n)");

export function* run_it(n: Py): Coroutine<Py> {
  return yield* asyncio.run(work(n));
}
asyncDef(run_it, "run_it", "(n)");

export function* twice(n: Py): Coroutine<Py> {
  const first = yield* run_it(n);
  const second = yield* run_it(first);
  return add(first, second);
}
asyncDef(twice, "twice", "(n)");

export class App extends PyObject {
  declare n: Py;

  __init__(n: Py): void {
    this.n = n;
  }

  *start(): Coroutine<Py> {
    const result = yield* asyncio.run(this.go());
    print("result", result);
    return result;
  }

  *go(): Coroutine<Py> {
    return yield* work(this.n);
  }
}
classDef(App, "App", { __init__: "(n)", start: "async ()", go: "async ()" });

export function* main(): Coroutine<null> {
  print(yield* twice(3));
  const app = new App(5);
  const total = add(yield* app.start(), yield* app.start());
  print(total);
  for (const i of range(2)) {
    if ((yield* run_it(i)) === 2) {
      print("two");
    }
  }
  const values: Py[] = yield* (function* (): Coroutine<Py> {
    const $r: Py[] = [];
    for (const i of range(3)) {
      $r.push(yield* run_it(i));
    }
    return $r;
  })();
  print(values);
  return null;
}
asyncDef(main, "main", "()");

await program(function* (): Coroutine<void> {
  yield* main();
});
