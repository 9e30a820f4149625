import { readTable, type LibraryFunction } from "./signature.js";

/** What programs may use of `asyncio`: its functions and classes, with their parameters in Python's order. */
export const asyncioNames: ReadonlyMap<string, LibraryFunction> = readTable(`
  run(main, *, debug=, loop_factory=) -> @main
  create_task(coro, *, name=, context=) -> asyncio.Task
  ensure_future(coro_or_future, *, loop=) -> ?
  gather(*coros_or_futures, return_exceptions=) ~> list
  sleep(delay, result=) ~> ?
  wait_for(fut, timeout) ~> @fut
  wait(fs, *, timeout=, return_when=) ~> ?
  as_completed(fs, *, timeout=) -> ?
  shield(arg) ~> @arg
  timeout(delay) -> asyncio.Timeout
  timeout_at(when) -> asyncio.Timeout
  current_task(loop=) -> ?
  all_tasks(loop=) -> ?
  get_running_loop() -> asyncio.AbstractEventLoop
  isfuture(obj) -> bool
  iscoroutine(obj) -> bool
  iscoroutinefunction(func) -> bool
  Future(*, loop=) => asyncio.Future
  Queue(maxsize=) => asyncio.Queue
  LifoQueue(maxsize=) => asyncio.LifoQueue
  PriorityQueue(maxsize=) => asyncio.PriorityQueue
  Lock() => asyncio.Lock
  Event() => asyncio.Event
  Condition(lock=) => asyncio.Condition
  Semaphore(value=) => asyncio.Semaphore
  BoundedSemaphore(value=) => asyncio.BoundedSemaphore
  Barrier(parties) => asyncio.Barrier
  TaskGroup() => asyncio.TaskGroup
`);

/** Constants of `asyncio`. */
export const asyncioConstants: ReadonlySet<string> = new Set(["FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"]);

/** Classes of `asyncio` that programs name but do not construct. */
export const asyncioTypes: ReadonlySet<string> = new Set(["Task", "Timeout", "AbstractEventLoop"]);

/** Exceptions of `asyncio`, and the built-in exception that each one is, where it is one. */
export const asyncioExceptions: ReadonlyMap<string, string> = new Map([
  ["CancelledError", "CancelledError"],
  ["TimeoutError", "TimeoutError"],
  ["InvalidStateError", "InvalidStateError"],
  ["QueueEmpty", "QueueEmpty"],
  ["QueueFull", "QueueFull"],
  ["QueueShutDown", "QueueShutDown"],
  ["BrokenBarrierError", "BrokenBarrierError"],
]);

const futureMethods = `
  cancel(msg=) -> bool
  cancelled() -> bool
  done() -> bool
  result() -> ?
  exception() -> ?
  add_done_callback(fn, *, context=) -> none
  remove_done_callback(fn) -> int
`;

const lockMethods = `
  acquire() ~> bool
  release() -> none
  locked() -> bool
`;

const queueMethods = `
  put(item) ~> none
  put_nowait(item) -> none
  get() ~> ?
  get_nowait() -> ?
  qsize() -> int
  empty() -> bool
  full() -> bool
  task_done() -> none
  join() ~> none
  shutdown(immediate=) -> none
`;

/** Methods of objects of `asyncio`'s classes. */
export const asyncioMethods: ReadonlyMap<string, ReadonlyMap<string, LibraryFunction>> = new Map([
  [
    "asyncio.Task",
    readTable(`${futureMethods}\n get_name() -> str\n set_name(value) -> none\n cancelling() -> int\n uncancel() -> int\n get_coro() -> ?`),
  ],
  ["asyncio.Future", readTable(`${futureMethods}\n set_result(result) -> none\n set_exception(exception) -> none`)],
  ["asyncio.Queue", readTable(queueMethods)],
  ["asyncio.LifoQueue", readTable(queueMethods)],
  ["asyncio.PriorityQueue", readTable(queueMethods)],
  ["asyncio.Lock", readTable(lockMethods)],
  ["asyncio.Semaphore", readTable(lockMethods)],
  ["asyncio.BoundedSemaphore", readTable(lockMethods)],
  [
    "asyncio.Condition",
    readTable(`${lockMethods}\n wait() ~> bool\n wait_for(predicate) ~> ?\n notify(n=) -> none\n notify_all() -> none`),
  ],
  ["asyncio.Event", readTable("wait() ~> bool\n set() -> none\n clear() -> none\n is_set() -> bool")],
  ["asyncio.Barrier", readTable("wait() ~> int\n reset() ~> none\n abort() ~> none")],
  ["asyncio.TaskGroup", readTable("create_task(coro, *, name=, context=) -> asyncio.Task")],
  ["asyncio.Timeout", readTable("when() -> ?\n reschedule(when) -> none\n expired() -> bool")],
  [
    "asyncio.AbstractEventLoop",
    readTable(`
      time() -> ?
      create_future() -> asyncio.Future
      create_task(coro, *, name=, context=) -> asyncio.Task
      call_soon(callback, *args, context=) -> ?
      call_later(delay, callback, *args, context=) -> ?
      call_at(when, callback, *args, context=) -> ?
      is_running() -> bool
      is_closed() -> bool
      get_debug() -> bool
    `),
  ],
]);

/** Objects that can be awaited as they are. */
export const asyncioAwaitables: ReadonlySet<string> = new Set(["asyncio.Task", "asyncio.Future"]);

/** Context managers whose exit only releases: they never hold an exception back. */
export const asyncioLocks: ReadonlySet<string> = new Set([
  "asyncio.Lock",
  "asyncio.Semaphore",
  "asyncio.BoundedSemaphore",
  "asyncio.Condition",
]);

/** Parameters that take a number of seconds or a count: a float without a fraction is passed as a plain number. */
export const asyncioNumbers: ReadonlySet<string> = new Set(["delay", "timeout", "when", "maxsize", "value", "parties", "n"]);

/** Names of `asyncio` that the refusal can say more about. */
export const asyncioHints: ReadonlyMap<string, string> = new Map([
  ["get_event_loop", "use asyncio.get_running_loop() inside a coroutine"],
  ["new_event_loop", "start the program with asyncio.run(main())"],
  ["Runner", "start the program with asyncio.run(main())"],
  ["open_connection", "sockets are not offered yet"],
  ["start_server", "sockets are not offered yet"],
  ["create_subprocess_exec", "processes are not offered yet"],
  ["create_subprocess_shell", "processes are not offered yet"],
]);
