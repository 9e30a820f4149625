import { Task as KernelTask } from "@portalis/runtime/kernel";
import type { Task } from "./tasks.js";

/** The kernel's side of an asyncio task: one entry in the ready list stands for one step handle of CPython. */
export class TaskSteps extends KernelTask {
  declare owner: Task;

  override run(): void {
    this.owner._begin_step();
    super.run();
  }
}
