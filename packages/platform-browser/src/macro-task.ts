/** Runs a callback in a task of its own, as soon as the browser has served the tasks before it. */
export type MacroTask = (callback: () => void) => void;

/** The part of the Prioritized Task Scheduling API that is used; WebKit lacks it. */
interface TaskScheduler {
  postTask(callback: () => void): Promise<void>;
}

/**
 * Makes the function that posts macro-tasks: `scheduler.postTask` at its default priority, `user-visible`, where there is
 * one, else messages over one channel, kept in order. Neither is delayed as `setTimeout` is, by four milliseconds after
 * the fifth nested one. Callbacks must not throw.
 */
export function createMacroTask(scope: { scheduler?: unknown } = globalThis): MacroTask {
  const scheduler = scope.scheduler as Partial<TaskScheduler> | undefined;
  if (typeof scheduler?.postTask === "function") {
    const postTask = scheduler.postTask.bind(scheduler);
    return (callback) => void postTask(callback);
  }
  const { port1, port2 } = new MessageChannel();
  const callbacks: (() => void)[] = [];
  port1.onmessage = () => callbacks.shift()?.();
  return (callback) => {
    callbacks.push(callback);
    port2.postMessage(undefined);
  };
}
