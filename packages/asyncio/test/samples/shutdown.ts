/** The end of a run: what still happens after main. */
import * as asyncio from "../../src/index.js";
import {
  BaseException,
  type Coroutine,
  type Py,
  SystemExit,
  ValueError,
  add,
  asyncDef,
  aw,
  caught,
  def,
  getattr,
  getitem,
  int,
  invoke,
  isMain,
  iter,
  list,
  print,
  program,
  repr,
  slice,
  sub,
} from "@portalis/python";

export let count: Py = 0;

export function again(): null {
  count = add(count, 1);
  asyncio.get_running_loop().call_soon(again);
  return null;
}
def(again, "again", "()");

export function* nothing_left(): Coroutine<null> {
  asyncio.get_running_loop().call_soon(again);
  yield* asyncio.sleep(0);
  print("main ends after", count);
  return null;
}
asyncDef(nothing_left, "nothing_left", "()");

export function* last_step(log: Py[]): Coroutine<null> {
  list.append(log, "first step");
  try {
    yield* asyncio.sleep(1);
  } catch ($e) {
    const e = caught($e);
    if (e instanceof asyncio.CancelledError) {
      list.append(log, repr(e));
      yield* asyncio.sleep(0.5);
      list.append(log, "cleaned up");
      asyncio.create_task(born_late(log));
      throw e;
    } else {
      throw $e;
    }
  }
  return null;
}
asyncDef(last_step, "last_step", "(log)");

export function* born_late(log: Py[]): Coroutine<null> {
  list.append(log, "born late");
  yield* asyncio.sleep(0);
  list.append(log, "still running");
  yield* asyncio.sleep(5);
  list.append(log, "never");
  return null;
}
asyncDef(born_late, "born_late", "(log)");

export function* forgotten(log: Py[]): Coroutine<Py[]> {
  asyncio.create_task(last_step(log));
  asyncio.create_task(last_step(log));
  asyncio.get_running_loop().call_later(0.25, getattr(log, "append"), "timer during clean-up");
  asyncio.get_running_loop().call_later(100, getattr(log, "append"), "never");
  return (() => {
    const $r: Py[] = [];
    for (const task of iter(asyncio.all_tasks())) {
      if (task !== asyncio.current_task()) {
        $r.push(getitem(invoke(task, "get_name"), slice(null, 5)));
      }
    }
    return $r;
  })();
}
asyncDef(forgotten, "forgotten", "(log)");

export function* names(): Coroutine<Py> {
  return invoke(asyncio.current_task(), "get_name");
}
asyncDef(names, "names", "()");

export function* fails(): Coroutine<Py> {
  throw new ValueError("main fails");
}
asyncDef(fails, "fails", "()");

export function* cancels_itself(): Coroutine<null> {
  invoke(asyncio.current_task(), "cancel", "stop");
  yield* asyncio.sleep(1);
  return null;
}
asyncDef(cancels_itself, "cancels_itself", "()");

export function* leaves(): Coroutine<null> {
  function* child(): Coroutine<Py> {
    yield* asyncio.sleep(0);
    throw new SystemExit(3);
  }
  asyncDef(child, "leaves.<locals>.child", "()");

  const task = asyncio.create_task(child());
  const other = asyncio.create_task(asyncio.sleep(10));
  try {
    yield* aw(task);
  } catch ($e) {
    const e = caught($e);
    if (e instanceof BaseException) {
      print("main sees", repr(e), other.cancelled());
      throw e;
    } else {
      throw $e;
    }
  }
  return null;
}
asyncDef(leaves, "leaves", "()");

export function* main(): Coroutine<null> {
  yield* asyncio.run(nothing_left());
  print("after the end", count);
  const log: Py[] = [];
  print(yield* asyncio.run(forgotten(log)));
  print(log);
  const first = int(getitem(yield* asyncio.run(names()), slice(5, null)));
  const second = int(getitem(yield* asyncio.run(names()), slice(5, null)));
  print("names used by a run:", sub(second, first));
  try {
    yield* asyncio.run(fails());
  } catch ($e) {
    const e = caught($e);
    if (e instanceof ValueError) {
      print(repr(e));
    } else {
      throw $e;
    }
  }
  try {
    yield* asyncio.run(cancels_itself());
  } catch ($e) {
    const e = caught($e);
    if (e instanceof asyncio.CancelledError) {
      print(repr(e));
    } else {
      throw $e;
    }
  }
  try {
    yield* asyncio.run(leaves());
  } catch ($e) {
    const e = caught($e);
    if (e instanceof SystemExit) {
      print(repr(e), getattr(e, "code"));
    } else {
      throw $e;
    }
  }
  return null;
}
asyncDef(main, "main", "()");

if (isMain(import.meta)) {
  await program(function* (): Coroutine<void> {
    yield* main();
  });
}
