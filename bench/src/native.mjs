/** The same on promises, written by hand with care: what a good library without a runtime would be. */

const { AbortController } = globalThis;

class Lock {
  held = false;
  waiters = [];
  head = 0;
  lock() {
    if (!this.held) {
      this.held = true;
      return undefined;
    }
    return new Promise((resolve) => this.waiters.push(resolve));
  }
  unlock() {
    if (this.head < this.waiters.length) {
      const next = this.waiters[this.head];
      this.waiters[this.head++] = undefined;
      if (this.head > 1024 && this.head * 2 > this.waiters.length) {
        this.waiters = this.waiters.slice(this.head);
        this.head = 0;
      }
      next();
    } else {
      this.held = false;
    }
  }
}

class Notify {
  permit = false;
  waiters = [];
  notifyOne() {
    const waiter = this.waiters.shift();
    if (waiter === undefined) this.permit = true;
    else waiter();
  }
  notified() {
    if (this.permit) {
      this.permit = false;
      return undefined;
    }
    return new Promise((resolve) => this.waiters.push(resolve));
  }
}

class Channel {
  items = [];
  head = 0;
  receiver = undefined;
  sender = undefined;
  closed = false;
  constructor(capacity) {
    this.capacity = capacity;
  }
  get size() {
    return this.items.length - this.head;
  }
  async send(value) {
    while (this.size >= this.capacity) await new Promise((resolve) => (this.sender = resolve));
    this.items.push(value);
    this.wake("receiver");
  }
  async recv() {
    while (this.size === 0) {
      if (this.closed) return undefined;
      await new Promise((resolve) => (this.receiver = resolve));
    }
    const value = this.items[this.head];
    this.items[this.head++] = undefined;
    if (this.head === this.items.length) {
      this.items.length = 0;
      this.head = 0;
    }
    this.wake("sender");
    return value;
  }
  close() {
    this.closed = true;
    this.wake("receiver");
  }
  wake(side) {
    const waiter = this[side];
    this[side] = undefined;
    waiter?.();
  }
}

function channel(capacity) {
  return (n) => {
    const channel = new Channel(capacity);
    const produce = async () => {
      for (let i = 0; i < n; i++) await channel.send(i);
      channel.close();
    };
    const consume = async () => {
      let sum = 0;
      for (let value = await channel.recv(); value !== undefined; value = await channel.recv()) sum += value;
      return sum;
    };
    return Promise.all([produce(), consume()]);
  };
}

function deferred() {
  let resolve;
  const promise = new Promise((r) => (resolve = r));
  return { promise, resolve };
}

async function withTimeout(ms, promise) {
  let timer;
  try {
    return await Promise.race([promise, new Promise((_, reject) => (timer = setTimeout(reject, ms, new Error("timeout"))))]);
  } finally {
    clearTimeout(timer);
  }
}

async function yields(n) {
  for (let i = 0; i < n; i++) await undefined;
}

async function deep(depth, n) {
  if (depth > 1) await deep(depth - 1, n);
  else await yields(n);
}

export const workloads = {
  "mutex-free": async (n) => {
    const lock = new Lock();
    for (let i = 0; i < n; i++) {
      await lock.lock();
      lock.unlock();
    }
  },
  "notify-permit": async (n) => {
    const notify = new Notify();
    for (let i = 0; i < n; i++) {
      notify.notifyOne();
      await notify.notified();
    }
  },
  "mutex-contended": async (n) => {
    const lock = new Lock();
    const contend = async () => {
      for (let i = 0; i < n / 100; i++) {
        await lock.lock();
        await undefined;
        lock.unlock();
      }
    };
    await Promise.all(Array.from({ length: 100 }, contend));
  },
  "mpsc-1": channel(1),
  "mpsc-16": channel(16),
  "mpsc-1024": channel(1024),
  oneshot: async (n) => {
    for (let left = n; left > 0; left -= 1000) {
      const pairs = Array.from({ length: 1000 }, deferred);
      const receive = async () => {
        for (const { promise } of pairs) await promise;
      };
      const received = receive();
      for (const { resolve } of pairs) {
        await undefined;
        resolve(1);
      }
      await received;
    }
  },
  "ping-pong": async (n) => {
    const [a, b] = [new Notify(), new Notify()];
    a.notifyOne();
    const side = async (mine, other) => {
      for (let i = 0; i < n / 2; i++) {
        await mine.notified();
        other.notifyOne();
      }
    };
    await Promise.all([side(a, b), side(b, a)]);
  },
  // A task here starts in a later turn, can be aborted, and its result can be asked for: what spawn gives.
  "spawn-join": async (n) => {
    const body = async () => 1;
    const handles = [];
    for (let i = 0; i < n; i++) {
      const controller = new AbortController();
      handles.push({ controller, promise: Promise.resolve().then(body) });
    }
    for (const { promise } of handles) await promise;
  },
  yield: (n) => Promise.all(Array.from({ length: 1000 }, () => yields(n / 1000))),
  "timeout-met": async (n) => {
    const notify = new Notify();
    const wait = async () => {
      for (let i = 0; i < n; i++) await withTimeout(10_000, notify.notified());
    };
    const waited = wait();
    let done = false;
    void waited.then(() => (done = true));
    while (!done) {
      if (notify.waiters.length > 0) notify.notifyOne();
      await undefined;
    }
  },
  sleeps: (n) => Promise.all(Array.from({ length: n }, () => new Promise((resolve) => setTimeout(resolve, Math.random() * 50)))),
  abort: async (n) => {
    const handles = Array.from({ length: n }, () => {
      const controller = new AbortController();
      const { signal } = controller;
      const promise = new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
      return { controller, promise: promise.then(undefined, () => undefined) };
    });
    await undefined;
    for (const { controller } of handles) controller.abort("stop");
    for (const { promise } of handles) await promise;
  },
  "depth-1": (n) => deep(1, n),
  "depth-50": (n) => deep(50, n),
};
workloads["semaphore-free"] = workloads["mutex-free"];

export async function park(n) {
  const waiters = [];
  const blocked = async () => {
    await new Promise((resolve) => waiters.push(resolve));
  };
  const tasks = Array.from({ length: n }, blocked);
  await undefined;
  return async () => {
    for (const resolve of waiters) resolve();
    await Promise.all(tasks);
  };
}
