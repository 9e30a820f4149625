import { Runtime, withRuntime, type Coroutine } from "@portalis/runtime";
import { run } from "../src/runners.js";
import { VirtualPlatform } from "./virtual-platform.js";

/** What a program left behind. */
export interface ProgramRun<T> {
  readonly value: T | undefined;
  readonly error: unknown;
  readonly stdout: string;
  readonly stderr: string;
  /** The virtual time at its end, in milliseconds. */
  readonly time: number;
}

/** Runs a program with `asyncio.run` on a virtual clock. */
export async function runProgram<T>(main: () => Coroutine<T>): Promise<ProgramRun<T>> {
  const platform = new VirtualPlatform();
  const rt = new Runtime({ platform });
  const scope = withRuntime(rt);
  let value: T | undefined;
  let error: unknown;
  try {
    value = await run(main());
  } catch (thrown) {
    error = thrown;
  } finally {
    scope[Symbol.dispose]();
  }
  return { value, error, stdout: platform.stdout, stderr: platform.stderr, time: platform.time };
}
