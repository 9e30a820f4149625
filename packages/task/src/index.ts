/**
 * Start, join, abort, race and select tasks.
 *
 * - Several at once: {@link joinAll}, {@link joinAllSettled}, {@link JoinSet}, {@link scope}.
 * - The first of several: {@link race}, {@link select}.
 * - Cancellation: {@link CancellationToken}, {@link abortable}, {@link shield}.
 * - Inside a task: {@link yieldNow}, {@link call}, {@link currentTask}, {@link TaskLocal}.
 *
 * `spawn`, `run` and `TaskHandle` come from `@portalis/runtime`.
 *
 * @module
 */
export { abortable } from "./abortable.js";
export { CancellationToken } from "./cancellation-token.js";
export { call } from "./call.js";
export { currentTask } from "./current-task.js";
export { joinAll, joinAllSettled } from "./join-all.js";
export { type JoinedTask, JoinSet } from "./join-set.js";
export { race } from "./race.js";
export { scope } from "./scope.js";
export { select, type SelectedIndex, type SelectedKey, type SelectOptions } from "./select.js";
export { shield } from "./shield.js";
export { TaskLocal } from "./task-local.js";
export type { TaskScope } from "./task-scope.js";
export type { WorkResult } from "./work-result.js";
export { yieldNow } from "./yield-now.js";
