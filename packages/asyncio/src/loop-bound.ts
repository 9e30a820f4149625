import { repr, RuntimeError } from "@portalis/python";
import type { EventLoop } from "./base-events.js";
import { get_running_loop } from "./events.js";

/**
 * The base of what belongs to a loop from its first wait on: locks and queues. They can be made before any loop runs.
 */
export abstract class LoopBound {
  #loop: EventLoop | undefined = undefined;

  /** The running loop, to which this is bound from now on. @throws RuntimeError when it is bound to another one */
  _get_loop(): EventLoop {
    const loop = get_running_loop();
    this.#loop ??= loop;
    if (this.#loop !== loop) throw new RuntimeError(`${repr(this)} is bound to a different event loop`);
    return loop;
  }
}
