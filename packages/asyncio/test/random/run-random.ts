import { caught, repr } from "@portalis/python";
import { Runtime, withRuntime } from "@portalis/runtime";
import { schedulerOf } from "@portalis/runtime/kernel";
import { SimulatedPlatform } from "@portalis/testing";
import { run } from "../../src/index.js";
import { Interpreter } from "./interpret.js";
import type { Program } from "./program.js";

/** The log of a random program. It ends with its result, or with `deadlock` when nothing more can happen. */
export async function runRandom(program: Program): Promise<readonly string[]> {
  const platform = new SimulatedPlatform();
  const rt = new Runtime({ platform });
  const scope = withRuntime(rt);
  const interpreter = new Interpreter(program);
  const { log } = interpreter;
  const state = { ended: false };
  const end = (line: string): void => {
    state.ended = true;
    log.push(line);
  };
  run(interpreter.main()).then(
    (value) => {
      end(`result ${repr(value)}`);
    },
    (error: unknown) => {
      end(`raised ${repr(caught(error))}`);
    },
  );
  scope[Symbol.dispose]();
  for (let before = -1; !state.ended;) {
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    const { turns } = schedulerOf(rt);
    if (turns === before) break;
    before = turns;
  }
  if (!isEnded(state)) log.push("deadlock");
  return log;
}

function isEnded(state: { readonly ended: boolean }): boolean {
  return state.ended;
}
