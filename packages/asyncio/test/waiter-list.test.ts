import type { Coroutine } from "@portalis/runtime";
import { simulate } from "@portalis/testing";
import { expect, test } from "vitest";
import * as asyncio from "../src/index.js";
import { WaiterList } from "../src/waiter-list.js";

function inLoop<T>(body: (loop: asyncio.EventLoop) => T): Promise<T> {
  function* main(): Coroutine<T> {
    return body(asyncio.get_running_loop());
  }
  return simulate({}, asyncio.run(main())).then(({ value }) => value);
}

test("WaiterList: keeps the order of arrival, whoever leaves", async () => {
  const left = await inLoop((loop) => {
    const list = new WaiterList();
    const [a, b, c, d] = [list.append(loop), list.append(loop), list.append(loop), list.append(loop)];
    const gone = [list.remove(b), list.remove(b), list.remove(d)];
    const e = list.append(loop);
    return [gone, list.size, list.popleft() === a, list.popleft() === c, list.popleft() === e, list.popleft(), list.size];
  });
  expect(left).toEqual([[true, false, true], 3, true, true, true, undefined, 0]);
});

test("WaiterList: knows who was not woken and whether all were cancelled", async () => {
  const seen = await inLoop((loop) => {
    const list = new WaiterList();
    const none = list.allCancelled();
    const [a, b] = [list.append(loop), list.append(loop)];
    a.cancel();
    const some = list.allCancelled();
    const first = list.firstPending() === b;
    b.cancel();
    return [none, some, first, list.allCancelled(), list.firstPending()];
  });
  expect(seen).toEqual([true, false, true, true, undefined]);
});
