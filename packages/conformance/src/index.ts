/**
 * What every platform must do, as suites of plain data.
 *
 * A platform package bundles {@link runSuites} with itself and runs all {@link suites} where its users' programs run: in process on Node,
 * in a page of a real browser, inside a WASI component. The same file, the same assertions, no list of expected failures.
 *
 * @module
 */
export { AssertionFailure } from "./assertion-failure.js";
export { CHECK_LIMIT, type CheckResult, runSuites, type Summary } from "./run-suites.js";
export type { Check, Suite } from "./suite.js";
export { suites } from "./suites.js";
export { adaptersSuite } from "./adapters.js";
export { channelsSuite } from "./channels.js";
export { runtimeSuite } from "./runtime.js";
export { syncSuite } from "./sync.js";
export { taskSuite } from "./task.js";
export { timeSuite } from "./time.js";
export { waitsCovered, waitsSuite } from "./waits.js";
