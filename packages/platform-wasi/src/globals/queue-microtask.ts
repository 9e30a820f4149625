import { jobs } from "./job-queue.js";
import { runReportingErrors } from "./uncaught-error.js";

/**
 * The web's `queueMicrotask` on the program's own job queue. An error thrown by `callback` is an uncaught error of the
 * program; the jobs behind it are not lost.
 *
 * @throws TypeError when `callback` is not a function
 */
export function queueMicrotask(callback: () => void): void {
  if (typeof callback !== "function") {
    throw new TypeError(`queueMicrotask(callback): callback is ${describe(callback)}, not a function`);
  }
  jobs.push(() => {
    runReportingErrors(callback);
  });
}

function describe(value: unknown): string {
  return value === null ? "null" : typeof value;
}
