import * as asyncio from "@portalis/asyncio";
import { type Coroutine, type Py, asyncDef, f, isMain, print, program } from "@portalis/python";

export function* worker(name: string, delay: Py): Coroutine<string> {
  yield* asyncio.sleep(delay);
  return f`${name} done after ${delay} s`;
}
asyncDef(worker, "worker", "(name, delay)");

export function* main(): Coroutine<null> {
  const tasks: Py[] = [
    asyncio.create_task(worker("first", 1)),
    asyncio.create_task(worker("second", 2)),
    asyncio.create_task(worker("third", 1.5)),
  ];
  const results: Py[] = yield* asyncio.gather(...tasks);
  print(results);
  return null;
}
asyncDef(main, "main", "()");

if (isMain(import.meta)) {
  await program(function* (): Coroutine<void> {
    yield* asyncio.run(main());
  });
}
