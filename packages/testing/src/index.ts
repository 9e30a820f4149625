/**
 * Tests without waiting: a simulated platform with a virtual clock, and assertions on operations.
 *
 * - Run a whole program in virtual time: {@link simulate}.
 * - Move the clock by hand: {@link SimulatedPlatform}, {@link VirtualClock}.
 * - Run it in every order, with a cancellation at every point: `simulate({ order: "exhaustive", cancels: 1 }, work)`.
 * - Look at one operation: {@link assertPending}, {@link assertReady}.
 * - Force an order: {@link Sequencer}.
 *
 * @module
 */
export { AssertionError, assertPending, assertReady } from "./assert-operation.js";
export { Sequencer } from "./sequencer.js";
export type { CancelPhases } from "./schedule.js";
export { simulate, type SimulateOptions, type SimulationOrder, type SimulationReport } from "./simulate.js";
export { SimulatedPlatform, type SimulationOptions } from "./simulated-platform.js";
export { SimulationError } from "./simulation-error.js";
export { settle, VirtualClock } from "./virtual-clock.js";
