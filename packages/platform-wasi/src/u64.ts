import type { WasiInterfaces, WasiU64 } from "./wasi-interfaces.js";

/**
 * Makes whole numbers into what this host's bindings take for a `u64`: QuickJS takes numbers, jco and StarlingMonkey
 * bigints. The clock tells which, so this must not be called before the program has started.
 */
export function u64Of(interfaces: Pick<WasiInterfaces, "monotonicClock">): (value: number) => WasiU64 {
  return typeof interfaces.monotonicClock.now() === "bigint" ? BigInt : (value) => value;
}
