/** Context variables: what is copied when. */
import { type Coroutine, type Py, contextvars, def, asyncDef, print } from "@portalis/python";
import * as asyncio from "../../src/index.js";

export const $var = new contextvars.ContextVar("var", { default: "none" });

export function* child(name: Py): Coroutine<Py> {
  print(name, "sees", $var.get());
  $var.set(name);
  yield* asyncio.sleep(0);
  print(name, "keeps", $var.get());
  return $var.get();
}
asyncDef(child, "child", "(name)");

export function callback(name: Py): null {
  print(name, "sees", $var.get());
  $var.set(name);
  return null;
}
def(callback, "callback", "(name)");

export function done(future: Py): null {
  print("done sees", $var.get(), future.done());
  return null;
}
def(done, "done", "(future)");

export function* main(): Coroutine<null> {
  $var.set("main");
  const t = asyncio.create_task(child("task"));
  $var.set("later");
  yield* t;
  print("after task", $var.get());
  yield* child("awaited");
  print("after await", $var.get());
  yield* asyncio.gather(child("g1"), child("g2"));
  yield* asyncio.wait_for(child("waited"), 1);
  print("after wait_for", $var.get());
  const loop = asyncio.get_running_loop();
  loop.call_soon(callback, "soon");
  $var.set("changed");
  loop.call_later(0.1, callback, "timer");
  yield* asyncio.sleep(0.2);
  print("after callbacks", $var.get());
  const context = contextvars.copy_context();
  loop.call_soon(callback, "given", { context });
  yield* asyncio.create_task(child("given task"), { context });
  print(context.__getitem__($var), $var.get());
  const f = loop.create_future();
  $var.set("registered");
  f.add_done_callback(done);
  $var.set("afterwards");
  f.set_result(null);
  yield* asyncio.sleep(0);
  const token = $var.set("token");
  $var.reset(token);
  print($var.get());
  const group = new asyncio.TaskGroup();
  yield* group.__aenter__();
  group.create_task(child("in group"));
  yield* group.__aexit__(null, null, null);
  print($var.get());
  return null;
}
asyncDef(main, "main", "()");
