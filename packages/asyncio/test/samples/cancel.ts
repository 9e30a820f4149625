/** Cancellation: who gets which error, what counts, what is lost. */
import * as asyncio from "../../src/index.js";
import {
  BaseException,
  type Coroutine,
  Exception,
  KeyError,
  type Py,
  T,
  TimeoutError,
  ValueError,
  aenter,
  aexit,
  aexitWith,
  asyncDef,
  aw,
  caught,
  getattr,
  invoke,
  isMain,
  list,
  print,
  program,
  raise,
  repr,
  type,
} from "@portalis/python";

export function* told(name: string): Coroutine<null> {
  try {
    yield* asyncio.sleep(10);
  } catch ($e) {
    const e = caught($e);
    if (e instanceof asyncio.CancelledError) {
      print(name, "told", repr(e));
      throw e;
    } else {
      throw $e;
    }
  }
  return null;
}
asyncDef(told, "told", "(name)");

export function* stubborn(): Coroutine<string> {
  try {
    yield* asyncio.sleep(10);
  } catch ($e) {
    const $x = caught($e);
    if ($x instanceof asyncio.CancelledError) {
      print("stubborn goes on");
    } else {
      throw $e;
    }
  }
  return "value";
}
asyncDef(stubborn, "stubborn", "()");

export function* cleanup(log: Py[]): Coroutine<null> {
  try {
    yield* asyncio.sleep(10);
  } finally {
    yield* asyncio.sleep(1);
    list.append(log, "cleaned");
  }
  return null;
}
asyncDef(cleanup, "cleanup", "(log)");

export function* itself(how: string): Coroutine<Py> {
  invoke(asyncio.current_task(), "cancel", "self");
  if (how === "return") {
    return 1;
  }
  if (how === "raise") {
    throw new ValueError("mine");
  }
  if (how === "uncancel") {
    print("left", invoke(asyncio.current_task(), "uncancel"));
    yield* asyncio.sleep(0);
    return 2;
  }
  yield* asyncio.sleep(0);
  return 3;
}
asyncDef(itself, "itself", "(how)");

export function* outcome(task: asyncio.Task): Coroutine<null> {
  try {
    print("result", yield* aw(task), task.cancelled(), task.cancelling());
  } catch ($e) {
    const e = caught($e);
    if (e instanceof BaseException) {
      print(getattr(type(e), "__name__"), getattr(e, "args"), task.cancelled(), task.cancelling());
    } else {
      throw $e;
    }
  }
  return null;
}
asyncDef(outcome, "outcome", "(task)");

export function* bad(): Coroutine<Py> {
  throw new ValueError("boom");
}
asyncDef(bad, "bad", "()");

export function* main(): Coroutine<null> {
  let t: asyncio.Task = asyncio.create_task(told("one"));
  yield* asyncio.sleep(0);
  print(t.cancel("first"), t.cancel("second"), t.cancelling());
  yield* outcome(t);
  yield* outcome(t);
  print(t.cancel());

  t = asyncio.create_task(told("never"));
  t.cancel("early");
  t.cancel("late");
  yield* outcome(t);

  t = asyncio.create_task(stubborn());
  yield* asyncio.sleep(0);
  t.cancel();
  yield* outcome(t);

  const log: Py[] = [];
  t = asyncio.create_task(cleanup(log));
  yield* asyncio.sleep(0);
  t.cancel();
  yield* outcome(t);
  print(log);

  for (const how of T("return", "raise", "uncancel", "sleep")) {
    yield* outcome(asyncio.create_task(itself(how)));
  }

  function* outer(): Coroutine<null> {
    try {
      yield* asyncio.gather(bad(), asyncio.sleep(9));
    } catch ($e) {
      const e = caught($e);
      if (e instanceof BaseException) {
        print("outer", repr(e));
      } else {
        throw $e;
      }
    }
    return null;
  }
  asyncDef(outer, "main.<locals>.outer", "()");

  t = asyncio.create_task(outer());
  yield* asyncio.sleep(0);
  yield* asyncio.sleep(0);
  print(t.cancel());
  yield* outcome(t);

  const g = asyncio.gather(told("a"), told("b"), { return_exceptions: true });
  yield* asyncio.sleep(0);
  print(invoke(g, "cancel", "all"), invoke(g, "done"));
  try {
    yield* aw(g);
  } catch ($e) {
    const e = caught($e);
    if (e instanceof asyncio.CancelledError) {
      print("gather", repr(e), invoke(g, "cancelled"));
    } else {
      throw $e;
    }
  }

  const [a, b]: Py[] = [asyncio.create_task(told("c")), asyncio.create_task(stubborn())];
  yield* asyncio.sleep(0);
  a.cancel("only c");
  b.cancel();
  print(yield* asyncio.gather(a, b, bad(), { return_exceptions: true }));

  const inner = asyncio.create_task(asyncio.sleep(1, "kept"));
  t = asyncio.create_task(asyncio.wait_for(asyncio.shield(inner), 5));
  yield* asyncio.sleep(0);
  yield* asyncio.sleep(0);
  t.cancel();
  yield* outcome(t);
  print(yield* aw(inner));

  let $ok: Py = false;
  try {
    yield* asyncio.wait_for(stubborn(), 1);
    $ok = true;
  } catch ($e) {
    const $x = caught($e);
    if ($x instanceof TimeoutError) {
      print("no value");
    } else {
      throw $e;
    }
  }
  if ($ok) {
    print("a late value");
  }
  try {
    yield* asyncio.wait_for(told("limited"), 1);
  } catch ($e) {
    const e = caught($e);
    if (e instanceof TimeoutError) {
      print(repr(e), repr(getattr(e, "__cause__")));
    } else {
      throw $e;
    }
  }

  try {
    const $m = asyncio.timeout(1);
    yield* aenter($m);
    let $ok2: Py = true;
    try {
      try {
        yield* asyncio.sleep(5);
      } catch ($e) {
        const $x = caught($e);
        if ($x instanceof asyncio.CancelledError) {
          throw raise(new KeyError("on the way out"), $x);
        } else {
          throw $e;
        }
      }
    } catch ($e) {
      $ok2 = false;
      if (!(yield* aexitWith($m, $e))) {
        throw $e;
      }
    } finally {
      if ($ok2) {
        yield* aexit($m);
      }
    }
  } catch ($e) {
    const e = caught($e);
    if (e instanceof KeyError) {
      print(repr(e), repr(getattr(e, "__context__")));
    } else {
      throw $e;
    }
  }

  function* grouped(): Coroutine<null> {
    try {
      const $m = new asyncio.TaskGroup();
      const $w = yield* aenter($m);
      let $ok: Py = true;
      try {
        const group = $w;
        group.create_task(told("d"));
        group.create_task(bad());
        group.create_task(stubborn());
        yield* asyncio.sleep(10);
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
    } catch ($e) {
      const errors = caught($e);
      if (errors instanceof Exception) {
        print(repr(errors), invoke(asyncio.current_task(), "cancelling"));
      } else {
        throw $e;
      }
    }
    return null;
  }
  asyncDef(grouped, "main.<locals>.grouped", "()");

  yield* grouped();
  t = asyncio.create_task(grouped());
  yield* asyncio.sleep(0);
  yield* asyncio.sleep(0);
  t.cancel("from outside");
  yield* outcome(t);
  return null;
}
asyncDef(main, "main", "()");

if (isMain(import.meta)) {
  await program(function* (): Coroutine<void> {
    yield* asyncio.run(main());
  });
}
