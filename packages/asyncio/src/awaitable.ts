import type { Coroutine, Operation } from "@portalis/runtime";
import type { Future } from "./futures.js";

/** What can be awaited: coroutines, futures and tasks, operations of the runtime, promises. */
export type Awaitable<T> = Coroutine<T> | Future<T> | Operation<T> | PromiseLike<T>;

/** What awaiting `A` gives. */
export type AwaitedResult<A> = 0 extends 1 & A ? A : A extends Coroutine<infer T> ? T : A extends PromiseLike<infer T> ? T : unknown;
