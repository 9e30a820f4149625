import { asyncDef, caught, repr } from "@portalis/python";
import { Runtime, withRuntime } from "@portalis/runtime";
import { schedulerOf } from "@portalis/runtime/kernel";
import { run } from "../../src/index.js";
import { VirtualPlatform } from "../virtual-platform.js";
import { Interpreter } from "./interpret.js";
import type { Program } from "./program.js";

asyncDef(Interpreter.prototype.main, "main", "()");

/** The log of a random program. It ends with its result, or with `deadlock` when nothing more can happen. */
export async function runRandom(program: Program): Promise<readonly string[]> {
  const platform = new VirtualPlatform();
  const rt = new Runtime({ platform });
  const scope = withRuntime(rt);
  const interpreter = new Interpreter(program);
  const { log } = interpreter;
  let ended = false;
  const end = (line: string): void => {
    ended = true;
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
  for (let turns = -1; !ended;) {
    await new Promise((resolve) => setImmediate(resolve));
    await new Promise((resolve) => setImmediate(resolve));
    const { turns: now } = schedulerOf(rt);
    if (now === turns && !ended) end("deadlock");
    turns = now;
  }
  return log;
}
