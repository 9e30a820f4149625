/**
 * The start of a program that runs as a page. It is served as the page's only script, after a line that sets `config` to
 * `{ program, report, args, env }`: the program's URL, the URL that takes what the program does, and what the program
 * gets of its process.
 *
 * It gives the program a console that prints to stdout and stderr, notices when nothing is left that could still run, and
 * reports all of it in numbered posts, since two posts may overtake each other.
 */

/* global config */
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
  const last = records[records.length - 1];
  if (last !== undefined && last[0] === stream) last[1] += text;
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
  const shown = error instanceof Error ? (error.stack ?? String(error)) : inspect(error, 2);
  write("stderr", `Uncaught ${shown}\n`);
  exit(1);
}

// The console

const MAX_LINE = 72;

function inspect(value, depth, seen = []) {
  switch (typeof value) {
    case "string":
      return quote(value);
    case "bigint":
      return `${value}n`;
    case "number":
      return Object.is(value, -0) ? "-0" : String(value);
    case "symbol":
      return value.toString();
    case "function":
      return `[${/^class\b/.test(String(value)) ? "class" : "Function"}${value.name === "" ? " (anonymous)" : `: ${value.name}`}]`;
    case "object":
      return value === null ? "null" : inspectObject(value, depth, seen);
    default:
      return String(value);
  }
}

function quote(text) {
  const mark = ["'", '"', "`"].find((candidate) => !text.includes(candidate)) ?? "'";
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"');
  return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark;
}

function inspectObject(value, depth, seen) {
  if (seen.includes(value)) return "[Circular]";
  if (value instanceof Error) return value.stack ?? String(value);
  if (value instanceof Date || value instanceof RegExp) return value instanceof Date ? value.toISOString() : String(value);
  const name = Object.getPrototypeOf(value)?.constructor?.name ?? "[Object: null prototype]";
  const isList = Array.isArray(value) || ArrayBuffer.isView(value);
  if (depth < 0) return isList ? `[${name}]` : `[${name}]`;
  const inside = [...seen, value];
  const show = (member) => inspect(member, depth - 1, inside);
  const entries = Object.entries(value)
    .filter(([key]) => !isList || !/^\d+$/.test(key))
    .map(([key, member]) => `${/^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key)}: ${show(member)}`);
  if (isList) {
    const members = Array.from(value, show);
    const title = Array.isArray(value) && name === "Array" ? "" : `${name}(${value.length}) `;
    return title + wrap("[", [...members, ...entries], "]");
  }
  if (value instanceof Map) entries.unshift(...Array.from(value, ([key, member]) => `${show(key)} => ${show(member)}`));
  if (value instanceof Set) entries.unshift(...Array.from(value, show));
  const sized = value instanceof Map || value instanceof Set ? `${name}(${value.size}) ` : name === "Object" ? "" : `${name} `;
  return sized + wrap("{", entries, "}");
}

function wrap(open, members, close) {
  if (members.length === 0) return open + close;
  const line = `${open} ${members.join(", ")} ${close}`;
  if (line.length <= MAX_LINE && !line.includes("\n")) return line;
  return `${open}\n${members.map((member) => `  ${member.replaceAll("\n", "\n  ")}`).join(",\n")}\n${close}`;
}

function format(values) {
  const rest = [...values];
  let text = "";
  if (typeof rest[0] === "string") {
    text = rest.shift().replace(/%([sdifjoOc%])/g, (whole, kind) => {
      if (kind === "%") return "%";
      if (rest.length === 0) return whole;
      const value = rest.shift();
      if (kind === "s") return typeof value === "string" ? value : inspect(value, 0);
      if (kind === "d") return typeof value === "bigint" ? `${value}n` : String(Number(value));
      if (kind === "i") return String(Number.parseInt(value, 10));
      if (kind === "f") return String(Number.parseFloat(value));
      if (kind === "j") return JSON.stringify(value);
      return kind === "c" ? "" : inspect(value, 4);
    });
    if (rest.length > 0) text += " ";
  }
  return text + rest.map((value) => (typeof value === "string" ? value : inspect(value, 2))).join(" ");
}

let indent = "";
const print =
  (stream) =>
  (...values) =>
    write(stream, `${indent}${format(values).replaceAll("\n", `\n${indent}`)}\n`);
const group = (...values) => {
  if (values.length > 0) console.log(...values);
  indent += "  ";
};
Object.assign(console, {
  log: print("stdout"),
  info: print("stdout"),
  debug: print("stdout"),
  error: print("stderr"),
  warn: print("stderr"),
  dir: (value) => console.log(value),
  trace: (...values) => console.error(new Error(format(values)).stack),
  assert: (condition, ...values) => {
    if (!condition) console.error(...(values.length > 0 ? ["Assertion failed:", ...values] : ["Assertion failed"]));
  },
  group,
  groupCollapsed: group,
  groupEnd: () => {
    indent = indent.slice(2);
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
