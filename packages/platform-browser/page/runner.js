/**
 * The start of a program that runs as a page. It is served as the page's only script, after a line that sets `config` to
 * `{ program, report, args, env }`: the program's URL, the URL that takes what the program does, and what the program
 * gets of its process.
 *
 * It gives the program a console that prints to stdout and stderr, notices when nothing is left that could still run, and
 * reports all of it in numbered posts, since two posts may overtake each other.
 */

/* global config */
import { encodeValues } from "./-encode-values.js";

const { program, report, args, env } = config;
const send = globalThis.fetch.bind(globalThis);
const LARGE = 65_536;
const PARALLEL = 2;

let records = [];
let size = 0;
let posts = 0;
let underWay = 0;
let ended = false;
let exitCode = 0;

/** Posts at once while few posts are under way, so that what was printed before an endless loop is not lost. */
function flush(force = false) {
  if (records.length === 0 || (underWay >= PARALLEL && !force)) return;
  const body = JSON.stringify(records);
  records = [];
  size = 0;
  underWay++;
  const done = () => {
    underWay--;
    flush();
  };
  send(`${report}?${posts++}`, { method: "POST", body }).then(done, done);
}

function write(stream, text) {
  if (ended || text === "") return;
  const last = records.at(-1);
  if (last?.[0] === stream) last[1] += text;
  else records.push([stream, text]);
  size += text.length;
  flush(size > LARGE);
}

function exit(code) {
  if (ended) return;
  ended = true;
  records.push(["exit", code]);
  flush(true);
}

function fail(error) {
  record("uncaught", "stderr", "", [error]);
  exit(1);
}

/** Values are shown by whoever runs the page, as Node's console shows them. */
function record(kind, stream, indentation, values) {
  if (ended) return;
  records.push([kind, stream, indentation, encodeValues(values)]);
  size += 100;
  flush(size > LARGE);
}

// The console

let indentation = "";
const counts = new Map();
const starts = new Map();
const print =
  (stream) =>
  (...values) =>
    record("log", stream, indentation, values);
const group = (...values) => {
  if (values.length > 0) console.log(...values);
  indentation += "  ";
};
Object.assign(console, {
  log: print("stdout"),
  info: print("stdout"),
  debug: print("stdout"),
  error: print("stderr"),
  warn: print("stderr"),
  dir: (value) => record("dir", "stdout", indentation, [value]),
  dirxml: print("stdout"),
  table: (data) => record("table", "stdout", indentation, [data]),
  trace: (...values) => console.error(Object.assign(new Error(), { name: "Trace" }).stack.replace(/^Error.*\n.*\n/, "Trace\n"), ...values),
  assert: (condition, ...values) => {
    if (condition) return;
    const [first, ...rest] = values;
    if (typeof first === "string") console.error(`Assertion failed: ${first}`, ...rest);
    else console.error(values.length > 0 ? "Assertion failed:" : "Assertion failed", ...values);
  },
  count: (label = "default") => {
    counts.set(label, (counts.get(label) ?? 0) + 1);
    console.log(`${label}: ${counts.get(label)}`);
  },
  countReset: (label = "default") => counts.delete(label),
  time: (label = "default") => starts.set(label, performance.now()),
  timeLog: (label = "default", ...values) => console.log(`${label}: ${(performance.now() - starts.get(label)).toFixed(3)}ms`, ...values),
  timeEnd: (label = "default") => {
    console.timeLog(label);
    starts.delete(label);
  },
  group,
  groupCollapsed: group,
  groupEnd: () => {
    indentation = indentation.slice(2);
  },
});

// The end: as on Node, when nothing is left that could still run

let finished = false;
let pending = 0;
const probe = new globalThis.MessageChannel();
let quietHops = 0;

function settle() {
  pending--;
  look();
}

function look() {
  if (!finished || pending > 0 || ended) return;
  quietHops = 0;
  probe.port2.postMessage(undefined);
}

/** Two turns of the page's loop in which nothing was started: whatever had been posted by a microtask has begun by then. */
probe.port1.onmessage = () => {
  if (pending > 0 || ended) return;
  if (++quietHops >= 2) exit(exitCode);
  else probe.port2.postMessage(undefined);
};

function countTimers(start, stop, repeats) {
  const set = globalThis[start];
  const clear = globalThis[stop];
  const live = new Set();
  globalThis[start] = (callback, delay, ...rest) => {
    const id = set(
      (...values) => {
        try {
          if (typeof callback === "function") callback(...values);
        } finally {
          if (!repeats && live.delete(id)) settle();
        }
      },
      delay,
      ...rest,
    );
    live.add(id);
    pending++;
    return id;
  };
  return (id) => {
    clear(id);
    if (live.delete(id)) settle();
  };
}

const stopTimeout = countTimers("setTimeout", "clearTimeout", false);
const stopInterval = countTimers("setInterval", "clearInterval", true);
globalThis.clearTimeout = globalThis.clearInterval = (id) => {
  stopTimeout(id);
  stopInterval(id);
};

/** Counts what a function of the page has under way by the promise it gives. */
function countPromises(owner, name) {
  const original = owner?.[name];
  if (typeof original !== "function") return;
  owner[name] = (...values) => {
    const promise = original.apply(owner, values);
    pending++;
    promise.then(settle, settle);
    return promise;
  };
}

countPromises(globalThis, "fetch");
countPromises(globalThis.scheduler, "postTask");

const NativeWorker = globalThis.Worker;
globalThis.Worker = class Worker extends NativeWorker {
  #running = true;
  constructor(url, options) {
    super(url, options);
    pending++;
  }
  terminate() {
    super.terminate();
    if (this.#running) settle();
    this.#running = false;
  }
};

// The program

const uncaught = (text) => {
  write("stderr", text.endsWith("\n") ? text : `${text}\n`);
  exitCode ||= 1;
};
globalThis[Symbol.for("portalis.program")] = { write, exit, uncaught, args, env };
globalThis.addEventListener("error", (event) => {
  fail(event.error ?? event.message);
});
globalThis.addEventListener("unhandledrejection", (event) => {
  fail(event.reason);
});
import(program).then(() => {
  finished = true;
  look();
}, fail);
