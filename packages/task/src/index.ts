/**
 * Start, join, abort, race and select tasks.
 *
 * - Several at once: {@link joinAll}, {@link joinAllSettled}, {@link JoinSet}, {@link scope}.
 * - The first of several: {@link race}, {@link select}.
 * - Cancellation: {@link abortable}, {@link shield}.
 * - Inside a task: {@link yieldNow}, {@link call}, {@link currentTask}.
 *
 * `spawn`, `run` and `TaskHandle` come from `@portalis/runtime`.
 *
 * @module
 */
export { abortable } from "./abortable.js";
export { call } from "./call.js";
export { currentTask } from "./current-task.js";
export { joinAll, joinAllSettled } from "./join-all.js";
export { type JoinedTask, JoinSet } from "./join-set.js";
export { race } from "./race.js";
export { scope } from "./scope.js";
export { select, type SelectedIndex, type SelectedKey, type SelectOptions } from "./select.js";
export { shield } from "./shield.js";
export type { TaskScope } from "./task-scope.js";
export type { WorkResult } from "./work-result.js";
export { yieldNow } from "./yield-now.js";
