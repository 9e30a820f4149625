/** Waiting for several: wait, as_completed, TaskGroup, nested. */
import * as asyncio from "../../src/index.js";
import {
  type Coroutine,
  Exception,
  KeyError,
  type Py,
  S,
  TimeoutError,
  ValueError,
  aenter,
  aexit,
  aexitWith,
  aiter,
  asyncDef,
  asyncNext,
  aw,
  caught,
  def,
  getattr,
  getitem,
  invoke,
  isMain,
  iter,
  keep,
  list,
  print,
  program,
  repr,
  round,
  sorted,
  sub,
  unpack,
} from "@portalis/python";

export function* job(name: string, delay: Py, fail: Py = false): Coroutine<string> {
  try {
    yield* asyncio.sleep(delay);
  } catch ($e) {
    const $x = caught($e);
    if ($x instanceof asyncio.CancelledError) {
      print(name, "cancelled");
      throw $x;
    } else {
      throw $e;
    }
  }
  if (fail) {
    throw new ValueError(name);
  }
  print(name, "done");
  return name;
}
asyncDef(job, "job", "(name, delay, fail=)");

export function names(tasks: Py): Py[] {
  return sorted(Array.from(keep(tasks), (task) => invoke(task, "get_name")));
}
def(names, "names", "(tasks)");

export function* waits(): Coroutine<null> {
  const a = asyncio.create_task(job("a", 1), { name: "a" });
  const b = asyncio.create_task(job("b", 2, true), { name: "b" });
  const c = asyncio.create_task(job("c", 3), { name: "c" });
  let [done, pending] = unpack(yield* asyncio.wait([a, b, c], { return_when: asyncio.FIRST_COMPLETED }), 2);
  print(names(done), names(pending));
  [done, pending] = unpack(yield* asyncio.wait(S(a, b, c), { timeout: 0.5 }), 2);
  print(names(done), names(pending));
  [done, pending] = unpack(yield* asyncio.wait([b, c], { return_when: asyncio.FIRST_EXCEPTION }), 2);
  print(names(done), names(pending), repr(b.exception()));
  [done, pending] = unpack(yield* asyncio.wait([a, b, c, c]), 2);
  print(names(done), names(pending));
  return null;
}
asyncDef(waits, "waits", "()");

export function* completed(): Coroutine<null> {
  for (const next_one of iter(asyncio.as_completed([job("x", 0.3), job("y", 0.1), job("z", 0.2, true)]))) {
    try {
      print("got", yield* aw(next_one));
    } catch ($e) {
      const e = caught($e);
      if (e instanceof ValueError) {
        print("got", repr(e));
      } else {
        throw $e;
      }
    }
  }
  const slow: Py[] = [asyncio.create_task(job("slow", 5), { name: "slow" }), asyncio.create_task(job("quick", 0.5), { name: "quick" })];
  try {
    const $it = aiter(asyncio.as_completed(slow, { timeout: 1 }));
    while (true) {
      const task = yield* asyncNext($it);
      if (task === undefined) {
        break;
      }
      print("done", invoke(task, "get_name"), yield* aw(task));
    }
  } catch ($e) {
    const e = caught($e);
    if (e instanceof TimeoutError) {
      print(repr(e));
    } else {
      throw $e;
    }
  }
  print(invoke(getitem(slow, 0), "cancel"));
  yield* asyncio.wait(slow);
  const found: Py[] = [];
  const $it2 = aiter(asyncio.as_completed(slow));
  while (true) {
    const task = yield* asyncNext($it2);
    if (task === undefined) {
      break;
    }
    list.append(found, task);
  }
  print(names(found));
  return null;
}
asyncDef(completed, "completed", "()");

export function* grouped(): Coroutine<null> {
  let group: Py, first: Py, second: Py, alone: Py;
  const $m = new asyncio.TaskGroup();
  const $w = yield* aenter($m);
  let $ok: Py = true;
  try {
    group = $w;
    first = group.create_task(job("first", 0.2), { name: "first" });
    second = group.create_task(job("second", 0.1));
    print(group, first.get_name());
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
  print(first.result(), second.result(), group);

  try {
    const $m2 = new asyncio.TaskGroup();
    const $w2 = yield* aenter($m2);
    let $ok2: Py = true;
    try {
      group = $w2;
      group.create_task(job("p", 1, true));
      group.create_task(job("q", 1, true));
      group.create_task(job("r", 9));
      yield* asyncio.sleep(1);
      throw new KeyError("body");
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
    const e = caught($e);
    if (e instanceof Exception) {
      print(repr(e), getattr(e, "message"), getattr(e, "exceptions"));
    } else {
      throw $e;
    }
  }

  try {
    const $m3 = new asyncio.TaskGroup();
    const $w3 = yield* aenter($m3);
    let $ok4: Py = true;
    try {
      const outer = $w3;
      outer.create_task(job("outer", 9));
      const $m4 = new asyncio.TaskGroup();
      const $w4 = yield* aenter($m4);
      let $ok3: Py = true;
      try {
        const inner = $w4;
        inner.create_task(job("inner", 0.5, true));
        yield* job("body", 9);
      } catch ($e) {
        $ok3 = false;
        if (!(yield* aexitWith($m4, $e))) {
          throw $e;
        }
      } finally {
        if ($ok3) {
          yield* aexit($m4);
        }
      }
    } catch ($e) {
      $ok4 = false;
      if (!(yield* aexitWith($m3, $e))) {
        throw $e;
      }
    } finally {
      if ($ok4) {
        yield* aexit($m3);
      }
    }
  } catch ($e) {
    const e = caught($e);
    if (e instanceof Exception) {
      print(repr(e));
    } else {
      throw $e;
    }
  }

  try {
    const $m5 = new asyncio.TaskGroup();
    const $w5 = yield* aenter($m5);
    let $ok5: Py = true;
    try {
      group = $w5;
      group.create_task(job("s", 9));
      throw new asyncio.CancelledError("body cancels");
    } catch ($e) {
      $ok5 = false;
      if (!(yield* aexitWith($m5, $e))) {
        throw $e;
      }
    } finally {
      if ($ok5) {
        yield* aexit($m5);
      }
    }
  } catch ($e) {
    const e = caught($e);
    if (e instanceof asyncio.CancelledError) {
      print(repr(e));
    } else {
      throw $e;
    }
  }

  const $m6 = new asyncio.TaskGroup();
  const $w6 = yield* aenter($m6);
  let $ok6: Py = true;
  try {
    group = $w6;
    alone = group.create_task(job("alone", 9));
    yield* asyncio.sleep(0);
    alone.cancel();
  } catch ($e) {
    $ok6 = false;
    if (!(yield* aexitWith($m6, $e))) {
      throw $e;
    }
  } finally {
    if ($ok6) {
      yield* aexit($m6);
    }
  }
  print("no error", alone.cancelled());

  function* grows(group: asyncio.TaskGroup, n: Py): Coroutine<null> {
    yield* asyncio.sleep(0.1);
    if (n > 0) {
      group.create_task(grows(group, sub(n, 1)));
    }
    print("grown", n);
    return null;
  }
  asyncDef(grows, "grouped.<locals>.grows", "(group, n)");

  const $m7 = new asyncio.TaskGroup();
  const $w7 = yield* aenter($m7);
  let $ok7: Py = true;
  try {
    group = $w7;
    group.create_task(grows(group, 2));
  } catch ($e) {
    $ok7 = false;
    if (!(yield* aexitWith($m7, $e))) {
      throw $e;
    }
  } finally {
    if ($ok7) {
      yield* aexit($m7);
    }
  }
  return null;
}
asyncDef(grouped, "grouped", "()");

export function* main(): Coroutine<null> {
  yield* waits();
  yield* completed();
  yield* grouped();
  print(round(asyncio.get_running_loop().time(), 3));
  return null;
}
asyncDef(main, "main", "()");

if (isMain(import.meta)) {
  await program(function* (): Coroutine<void> {
    yield* asyncio.run(main());
  });
}
