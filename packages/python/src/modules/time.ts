import { currentScheduler } from "@portalis/runtime/kernel";
import { nativeDef } from "../calls/def.js";
import { demote } from "../operators/integers.js";
import { F, type Float, type Int } from "../types/py-float.js";

/** Seconds since the epoch: Python's `time.time()`. */
export function time(): Float {
  return F(Date.now() / 1000);
}

/** {@link time} in nanoseconds. */
export function time_ns(): Int {
  return demote(BigInt(Date.now()) * 1_000_000n);
}

/** Seconds of the runtime's monotonic clock, which a simulated platform may set: Python's `time.monotonic()`. */
export function monotonic(): Float {
  return F(currentScheduler().platform.now() / 1000);
}

/** {@link monotonic} in nanoseconds. */
export function monotonic_ns(): Int {
  return demote(BigInt(Math.round(currentScheduler().platform.now() * 1_000_000)));
}

/** Python's `time.perf_counter()`: the same clock as {@link monotonic}. */
export function perf_counter(): Float {
  return monotonic();
}

/** {@link perf_counter} in nanoseconds. */
export function perf_counter_ns(): Int {
  return monotonic_ns();
}

/** Python's `time.process_time()`: platforms do not tell the time of the processor, so this is the monotonic clock. */
export function process_time(): Float {
  return monotonic();
}

nativeDef(time, "time", "()");
nativeDef(time_ns, "time_ns", "()");
nativeDef(monotonic, "monotonic", "()");
nativeDef(monotonic_ns, "monotonic_ns", "()");
nativeDef(perf_counter, "perf_counter", "()");
nativeDef(perf_counter_ns, "perf_counter_ns", "()");
nativeDef(process_time, "process_time", "()");
