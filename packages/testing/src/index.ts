/**
 * Tests without waiting: a simulated platform with a virtual clock, and assertions on operations.
 *
 * - Run a whole program in virtual time: {@link simulate}.
 * - Move the clock by hand: {@link SimulatedPlatform}, {@link VirtualClock}.
 * - Look at one operation: {@link assertPending}, {@link assertReady}.
 * - Force an order: {@link Sequencer}.
 *
 * @module
 */
export { AssertionError, assertPending, assertReady } from "./assert-operation.js";
export { Sequencer } from "./sequencer.js";
export { simulate, type SimulationReport } from "./simulate.js";
export { SimulatedPlatform, type SimulationOptions } from "./simulated-platform.js";
export { settle, VirtualClock } from "./virtual-clock.js";
