/** Asynchronous generators and the loop. */
import * as asyncio from "../../src/index.js";
import {
  type Coroutine,
  type Py,
  type PyAsyncGenerator,
  StopAsyncIteration,
  aiter,
  asyncDef,
  asyncGenDef,
  asyncNext,
  aw,
  caught,
  emit,
  eq,
  invoke,
  isMain,
  print,
  program,
  range,
} from "@portalis/python";

export function* numbers(name: string, n: Py): PyAsyncGenerator {
  try {
    for (const i of range(n)) {
      yield* asyncio.sleep(0.1);
      yield* emit(i);
    }
  } finally {
    yield* asyncio.sleep(0);
    print(name, "closed");
  }
}
asyncGenDef(numbers, "numbers", "(name, n)");

export function* consume(name: string, limit: Py): Coroutine<Py> {
  const $it = aiter(numbers(name, 5));
  while (true) {
    const i = yield* asyncNext($it);
    if (i === undefined) {
      break;
    }
    if (eq(i, limit)) {
      print(name, "leaves at", i);
      return i;
    }
  }
  return null;
}
asyncDef(consume, "consume", "(name, limit)");

export function* main(): Coroutine<null> {
  const $it = aiter(numbers("all", 3));
  while (true) {
    const i = yield* asyncNext($it);
    if (i === undefined) {
      break;
    }
    print(i);
  }
  const kept = numbers("kept", 5);
  const $it2 = aiter(kept);
  while (true) {
    const i = yield* asyncNext($it2);
    if (i === undefined) {
      break;
    }
    if (eq(i, 1)) {
      break;
    }
  }
  print("still open");
  print(yield* aw(invoke(kept, "__anext__")));
  yield* aw(invoke(kept, "aclose"));
  print("closed by hand");
  try {
    yield* aw(invoke(kept, "__anext__"));
  } catch ($e) {
    const $x = caught($e);
    if ($x instanceof StopAsyncIteration) {
      print("over");
    } else {
      throw $e;
    }
  }
  const cancelled = asyncio.create_task(consume("cancelled", 9));
  yield* asyncio.sleep(0.25);
  cancelled.cancel();
  print(yield* asyncio.gather(cancelled, { return_exceptions: true }));
  left = numbers("left", 5);
  print(yield* aw(invoke(left, "__anext__")));
  print("main ends");
  return null;
}
asyncDef(main, "main", "()");

export let left: Py = null;

if (isMain(import.meta)) {
  await program(function* (): Coroutine<void> {
    yield* asyncio.run(main());
  });
}
