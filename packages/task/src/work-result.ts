import type { TaskContext } from "@portalis/runtime";

/** What a piece of work gives: the `T` of its `Work<T>`. */
export type WorkResult<W> =
  W extends PromiseLike<infer T>
    ? T
    : W extends Generator<unknown, infer T, unknown>
      ? T
      : W extends (task: TaskContext) => infer R
        ? R extends Generator<unknown, infer T, unknown>
          ? T
          : Awaited<R>
        : never;
