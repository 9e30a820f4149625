/**
 * The scheduler under everything: tasks, operations, runtimes and what a platform must offer.
 *
 * - Start and wait: {@link spawn}, {@link run}, {@link until}, {@link TaskHandle}.
 * - Write a task: {@link Coroutine}, {@link Operation}, {@link Work}.
 * - Have a runtime of your own: {@link Runtime}; the shared one: {@link runtime}.
 * - Bring a platform: {@link Platform}, {@link installPlatform}.
 * - Build a primitive: the entry `@portalis/runtime/kernel`.
 *
 * @module
 */
export { AbortHandle } from "./abort-handle.js";
export type { AbortSignalLike, HostAbortSignal, WaitOptions } from "./abort-signal-like.js";
export { AsyncError } from "./async-error.js";
export { CancelledError } from "./cancelled-error.js";
export { ClosedError } from "./closed-error.js";
export { configureRuntime, installPlatform, run, runtime, spawn, withRuntime } from "./global-runtime.js";
export { JoinError } from "./join-error.js";
export type { Operation, TaskContext, Work } from "./operation.js";
export type { Outcome } from "./outcome.js";
export type { Capabilities, GuestLoop, Platform, ProgramHost } from "./platform.js";
export { PlatformNotSupportedError } from "./platform-not-supported-error.js";
export { portablePlatform } from "./portable-platform.js";
export { RuntimeBuilder } from "./runtime-builder.js";
export type { RuntimeConfig, RuntimeType } from "./runtime-config.js";
export { RuntimeError } from "./runtime-error.js";
export { Runtime, type RuntimeMetrics, type ShutdownReport } from "./runtime.js";
export { SpawnError } from "./spawn-error.js";
export type { SpawnOptions } from "./spawn-on.js";
export type { Coroutine, Suspension } from "./suspension.js";
export type { TaskEvent, TaskEventListener } from "./task-events.js";
export { TaskHandle } from "./task-handle.js";
export type { TaskSnapshot } from "./task-snapshot.js";
export type { TurnTimes } from "./turn-clock.js";
export type { UnhandledErrorListener } from "./unhandled-errors.js";
export { until } from "./until.js";
