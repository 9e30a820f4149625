import type { Py } from "@portalis/python";
import type { Coroutine, Operation } from "@portalis/runtime";
import type { Future } from "./futures.js";

/** What can be awaited: objects with `__await__`, coroutines, futures and tasks, operations of the runtime, promises. */
export type Awaitable<T> = Coroutine<T> | Future<T> | Operation<T> | PromiseLike<T> | AwaitableObject;

/** An object of a Python class that can be awaited. */
export interface AwaitableObject {
  __await__(): Py;
}

/** What awaiting `A` gives. */
export type AwaitedResult<A> = 0 extends 1 & A ? A : A extends Coroutine<infer T> ? T : A extends PromiseLike<infer T> ? T : unknown;
