import { AsyncQueue, broadcast, mpmc, mpsc, oneshot, type SendPermit, watch } from "@portalis/channels";
import { valueWait, type WaitCase } from "./wait-case.js";

/** Every waiting method of `@portalis/channels`. */
export const channelWaits: readonly WaitCase[] = [
  {
    name: "Sender.send",
    *make() {
      const [tx, rx] = mpsc.bounded<string>(1);
      tx.trySend("first");
      return {
        op: (options) => tx.send("second", options),
        grant: () => void rx.tryRecv(),
        waiting: () => tx.statistics().waitingToSend,
        finish: () => [rx.tryRecv(), rx.tryRecv()],
      };
    },
  },
  {
    name: "Sender.reserve",
    *make() {
      const [tx, rx] = mpsc.bounded<string>(2);
      tx.trySend("first");
      return {
        op: (options) => tx.reserve(2, options),
        grant: () => void rx.tryRecv(),
        waiting: () => tx.statistics().waitingToSend,
        finish: (value) => {
          const permit = value as SendPermit<string>;
          permit.send("by permit");
          permit.release();
          return [rx.tryRecv(), rx.tryRecv(), tx.statistics().reserved];
        },
      };
    },
  },
  {
    name: "Sender.closed",
    *make() {
      const [tx, rx] = mpsc.bounded<string>(1);
      return valueWait({ op: (options) => tx.closed(options), grant: () => rx.close(), waiting: () => 0 });
    },
  },
  {
    name: "Receiver.recv",
    *make() {
      const [tx, rx] = mpsc.bounded<string>(2);
      return valueWait({
        op: (options) => rx.recv(options),
        grant: () => void tx.trySend("value"),
        waiting: () => rx.statistics().waitingToReceive,
      });
    },
  },
  {
    name: "Receiver.recvMany",
    *make() {
      const [tx, rx] = mpsc.unbounded<string>();
      return valueWait({
        op: (options) => rx.recvMany(8, options),
        grant: () => {
          tx.trySend("a");
          tx.trySend("b");
        },
        waiting: () => rx.statistics().waitingToReceive,
      });
    },
  },
  {
    name: "MpmcReceiver.recv",
    *make() {
      const [tx, rx] = mpmc.bounded<string>(2);
      const other = rx.clone();
      return valueWait({
        op: (options) => other.recv(options),
        grant: () => void tx.trySend("value"),
        waiting: () => rx.statistics().waitingToReceive,
      });
    },
  },
  {
    name: "OneshotReceiver.recv",
    *make() {
      const [tx, rx] = oneshot<string>();
      return valueWait({
        op: (options) => rx.recv(options),
        grant: () => tx.send("value"),
        waiting: () => rx.statistics().waiting,
      });
    },
  },
  {
    name: "OneshotSender.closed",
    *make() {
      const [tx, rx] = oneshot<string>();
      return valueWait({ op: (options) => tx.closed(options), grant: () => rx.close(), waiting: () => 0 });
    },
  },
  {
    name: "BroadcastReceiver.recv",
    *make() {
      const [tx, rx] = broadcast<string>(2);
      return valueWait({
        op: (options) => rx.recv(options),
        grant: () => void tx.send("value"),
        waiting: () => rx.statistics().waiting,
      });
    },
  },
  {
    name: "WatchReceiver.changed",
    *make() {
      const [tx, rx] = watch("old");
      return valueWait({
        op: (options) => rx.changed(options),
        grant: () => tx.send("new"),
        waiting: () => rx.statistics().waiting,
      });
    },
  },
  {
    name: "WatchReceiver.waitFor",
    *make() {
      const [tx, rx] = watch("old");
      return valueWait({
        op: (options) => rx.waitFor((value) => value === "new", options),
        grant: () => tx.send("new"),
        waiting: () => rx.statistics().waiting,
      });
    },
  },
  {
    name: "WatchSender.closed",
    *make() {
      const [tx, rx] = watch("value");
      return valueWait({ op: (options) => tx.closed(options), grant: () => rx.close(), waiting: () => 0 });
    },
  },
  {
    name: "AsyncQueue.put",
    *make() {
      const queue = new AsyncQueue<string>({ maxSize: 1 });
      queue.tryPut("first");
      return {
        op: (options) => queue.put("second", options),
        grant: () => void queue.tryGet(),
        waiting: () => queue.statistics().waitingToPut,
        finish: () => [queue.tryGet(), queue.tryGet(), queue.unfinished],
      };
    },
  },
  {
    name: "AsyncQueue.get",
    *make() {
      const queue = new AsyncQueue<string>();
      return valueWait({
        op: (options) => queue.get(options),
        grant: () => void queue.tryPut("value"),
        waiting: () => queue.statistics().waitingToGet,
      });
    },
  },
  {
    name: "AsyncQueue.join",
    *make() {
      const queue = new AsyncQueue<string>();
      queue.tryPut("work");
      queue.tryGet();
      return valueWait({
        op: (options) => queue.join(options),
        grant: () => queue.taskDone(),
        waiting: () => queue.statistics().joining,
      });
    },
  },
];
