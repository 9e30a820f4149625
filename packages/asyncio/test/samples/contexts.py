"""Context variables: what is copied when."""

import asyncio
import contextvars

var = contextvars.ContextVar("var", default="none")


async def child(name):
    print(name, "sees", var.get())
    var.set(name)
    await asyncio.sleep(0)
    print(name, "keeps", var.get())
    return var.get()


def callback(name):
    print(name, "sees", var.get())
    var.set(name)


def done(future):
    print("done sees", var.get(), future.done())


async def main():
    var.set("main")
    t = asyncio.create_task(child("task"))
    var.set("later")
    await t
    print("after task", var.get())
    await child("awaited")
    print("after await", var.get())
    await asyncio.gather(child("g1"), child("g2"))
    await asyncio.wait_for(child("waited"), 1)
    print("after wait_for", var.get())
    loop = asyncio.get_running_loop()
    loop.call_soon(callback, "soon")
    var.set("changed")
    loop.call_later(0.1, callback, "timer")
    await asyncio.sleep(0.2)
    print("after callbacks", var.get())
    context = contextvars.copy_context()
    loop.call_soon(callback, "given", context=context)
    await asyncio.create_task(child("given task"), context=context)
    print(context[var], var.get())
    f = loop.create_future()
    var.set("registered")
    f.add_done_callback(done)
    var.set("afterwards")
    f.set_result(None)
    await asyncio.sleep(0)
    token = var.set("token")
    var.reset(token)
    print(var.get())
    async with asyncio.TaskGroup() as group:
        group.create_task(child("in group"))
    print(var.get())


if __name__ == "__main__":
    asyncio.run(main())
