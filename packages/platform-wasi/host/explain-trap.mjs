/**
 * Says in plain words what a trap of the engine means and what to do about it.
 *
 * @param {string} text what the host printed or threw
 * @returns {string | undefined} nothing for what is no trap
 */
export function explainTrap(text) {
  // The engine keeps a second stack in the memory of the component; its end is the end of the memory.
  if (/Maximum call stack size exceeded|call stack exhausted|out of bounds memory access/.test(text)) {
    return (
      "the program used up the native stack: calls or generators nested too deep. " +
      "Make the recursion a loop, or give the host more stack (wasmtime run -W max-wasm-stack=2097152)."
    );
  }
  if (/memory allocation of \d+ bytes failed|out of memory|null pointer passed to free/i.test(text)) {
    return "the program ran out of memory: a component has at most 4 GiB, less where the host limits it.";
  }
  if (/all fuel consumed|epoch deadline|wasm trap: interrupt/.test(text)) {
    return "the host stopped the program: it used more time or fuel than the host allows.";
  }
  if (/unreachable|wasm trap|RuntimeError/.test(text)) {
    return "the engine of the component stopped: an internal error, or an error thrown where nothing can catch it.";
  }
  return undefined;
}
