import { adaptersSuite } from "./adapters.js";
import { channelsSuite } from "./channels.js";
import { runtimeSuite } from "./runtime.js";
import type { Suite } from "./suite.js";
import { syncSuite } from "./sync.js";
import { taskSuite } from "./task.js";
import { timeSuite } from "./time.js";
import { waitsSuite } from "./waits.js";

/** Every suite, lowest layer first: the first failure is then the nearest to its cause. */
export const suites: readonly Suite[] = [runtimeSuite, taskSuite, timeSuite, syncSuite, channelsSuite, adaptersSuite, waitsSuite];
