import * as asyncio from "@portalis/asyncio";
import { type Coroutine, asyncDef, f, isMain, print, program } from "@portalis/python";

export function* fetch_data(url: string): Coroutine<string> {
  yield* asyncio.sleep(1);
  return f`Data from ${url}`;
}
asyncDef(fetch_data, "fetch_data", "(url)");

export function* main(): Coroutine<null> {
  const result = yield* fetch_data("https://example.com");
  print(result);
  return null;
}
asyncDef(main, "main", "()");

if (isMain(import.meta)) {
  await program(function* (): Coroutine<void> {
    yield* asyncio.run(main());
  });
}
