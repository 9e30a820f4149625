import * as asyncio from "@portalis/asyncio";
import { type Coroutine, asyncDef, f, isMain, print, program, range } from "@portalis/python";

export function* producer(queue: asyncio.Queue): Coroutine<null> {
  for (const i of range(5)) {
    yield* asyncio.sleep(0.1);
    yield* queue.put(i);
  }
  yield* queue.put(null);
  return null;
}
asyncDef(producer, "producer", "(queue)");

export function* consumer(queue: asyncio.Queue): Coroutine<null> {
  while (true) {
    const item = yield* queue.get();
    if (item === null) {
      break;
    }
    print(f`Consumed: ${item}`);
  }
  return null;
}
asyncDef(consumer, "consumer", "(queue)");

export function* main(): Coroutine<null> {
  const queue = new asyncio.Queue();
  yield* asyncio.gather(producer(queue), consumer(queue));
  return null;
}
asyncDef(main, "main", "()");

if (isMain(import.meta)) {
  await program(function* (): Coroutine<void> {
    yield* asyncio.run(main());
  });
}
