import type { Platform } from "./platform.js";
import type { RuntimeConfig, RuntimeType } from "./runtime-config.js";
import type { Runtime } from "./runtime.js";

/** Makes a runtime step by step: {@link Runtime.builder}. Every method is an option of {@link RuntimeConfig}. */
export class RuntimeBuilder {
  readonly #make: (config: RuntimeConfig) => Runtime;
  #config: RuntimeConfig = {};

  /** @internal */
  constructor(make: (config: RuntimeConfig) => Runtime) {
    this.#make = make;
  }

  platform(platform: Platform): this {
    return this.#set({ platform });
  }

  runtimeType(runtimeType: RuntimeType): this {
    return this.#set({ runtimeType });
  }

  workerThreads(workerThreads: number): this {
    return this.#set({ workerThreads });
  }

  threadName(threadName: string): this {
    return this.#set({ threadName });
  }

  /** @param stackSize in bytes */
  stackSize(stackSize: number): this {
    return this.#set({ stackSize });
  }

  enableIo(enableIo = true): this {
    return this.#set({ enableIo });
  }

  enableTime(enableTime = true): this {
    return this.#set({ enableTime });
  }

  /** @param slice in milliseconds */
  slice(slice: number): this {
    return this.#set({ slice });
  }

  debug(debug = true): this {
    return this.#set({ debug });
  }

  /**
   * Makes the runtime. May be called again: each call makes another one.
   *
   * @throws RangeError, PlatformNotSupportedError as `new Runtime(config)` does
   */
  build(): Runtime {
    return this.#make(this.#config);
  }

  #set(option: RuntimeConfig): this {
    this.#config = { ...this.#config, ...option };
    return this;
  }
}
