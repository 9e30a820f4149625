/**
 * Crawls a small web of simulated sites.
 *
 * Three workers share a bounded queue of addresses. A page that does not answer in time is given up, a missing page is
 * reported, and what still runs when all pages are done is cancelled: the idle workers and a mirror that never ends.
 */
import * as asyncio from "@portalis/asyncio";
import {
  type Coroutine,
  D,
  type Dict,
  Exception,
  type Py,
  type PyGenerator,
  PyObject,
  T,
  TimeoutError,
  add,
  asyncDef,
  aw,
  caught,
  classDef,
  contains,
  eq,
  f,
  fmt,
  genexp,
  getattr,
  getitem,
  invoke,
  isMain,
  keep,
  len,
  list,
  max,
  print,
  program,
  range,
  set,
  setitem,
  sorted,
  str,
  sum,
  truediv,
  truth,
  unpack,
} from "@portalis/python";

export const WORKERS: number = 3;
export const TIMEOUT: number = 0.5;

export const SITES = D(
  ["/", T("Home", ["/docs", "/blog", "/about"])],
  ["/docs", T("Documentation", ["/docs/tasks", "/docs/queues", "/"])],
  ["/docs/tasks", T("Tasks", ["/docs/queues", "/docs/timeouts"])],
  ["/docs/queues", T("Queues", ["/docs/tasks", "/docs/missing"])],
  ["/docs/timeouts", T("Timeouts", ["/docs"])],
  ["/blog", T("Blog", ["/blog/1", "/blog/2", "/stream"])],
  ["/blog/1", T("The first post", ["/blog", "/docs/old"])],
  ["/blog/2", T("The second post", ["/blog/1"])],
  ["/about", T("About us", ["/"])],
  ["/stream", T("Never ends", [])],
);

export class PageNotFound extends Exception {
  declare url: Py;

  __init__(url: Py): void {
    super.__init__(f`no such page: ${url}`);
    this.url = url;
  }
}
classDef(PageNotFound, "PageNotFound", { __init__: "(url)" });

export class Page extends PyObject {
  declare url: Py;
  declare title: Py;
  declare links: Py;

  __init__(url: Py, title: Py, links: Py): void {
    this.url = url;
    this.title = title;
    this.links = links;
  }

  __str__(): string {
    return f`${fmt(this.url, "<16")}${fmt(this.title, "<18")}${fmt(len(this.links), ">2")} links`;
  }
}
classDef(Page, "Page", { __init__: "(url, title, links)", __str__: "()" });

/** Answers as a site would; one of the pages never does. */
export function* fetch(url: Py): Coroutine<Page> {
  yield* asyncio.sleep(0);
  if (!contains(SITES, url)) {
    throw new PageNotFound(url);
  }
  const [title, links] = unpack(getitem(SITES, url), 2);
  if (eq(url, "/stream")) {
    try {
      yield* asyncio.sleep(3600);
    } finally {
      print(f`closing the connection to ${url}`);
    }
  }
  return new Page(url, title, links);
}
asyncDef(fetch, "fetch", "(url)");

/** Copies pages to another place for as long as it may. */
export function* mirror(pages: Dict): Coroutine<null> {
  try {
    yield* asyncio.sleep(3600);
  } catch ($e) {
    const $x = caught($e);
    if ($x instanceof asyncio.CancelledError) {
      print(f`mirror: stopped with ${len(pages)} pages to copy`);
      throw $x;
    } else {
      throw $e;
    }
  }
  return null;
}
asyncDef(mirror, "mirror", "(pages)");

export class Crawler extends PyObject {
  declare frontier: asyncio.Queue;
  declare seen: Py;
  declare feeders: Py[];
  declare pages: Py;
  declare problems: Py;

  __init__(): void {
    this.frontier = new asyncio.Queue(4);
    this.seen = set();
    this.feeders = [];
    this.pages = D();
    this.problems = D();
  }

  /** Queues what is new in a task of its own: a full queue must not stop the workers that empty it. */
  feed(links: Py): null {
    const fresh: Py[] = (() => {
      const $r: Py[] = [];
      for (const link of keep(links)) {
        if (!contains(this.seen, link)) {
          $r.push(link);
        }
      }
      return $r;
    })();
    this.seen.update(fresh);
    list.append(this.feeders, asyncio.create_task(this.put_all(fresh)));
    return null;
  }

  *put_all(links: Py[]): Coroutine<null> {
    for (const link of links) {
      yield* this.frontier.put(link);
    }
    return null;
  }

  *worker(): Coroutine<Py> {
    let page: Py;
    while (true) {
      const url = yield* this.frontier.get();
      yield* asyncio.sleep(0.01);
      try {
        let $ok: Py = false;
        try {
          page = yield* asyncio.wait_for(fetch(url), TIMEOUT);
          $ok = true;
        } catch ($e) {
          const error = caught($e);
          if (error instanceof TimeoutError) {
            setitem(this.problems, url, f`no answer within ${TIMEOUT} s`);
          } else if (error instanceof PageNotFound) {
            setitem(this.problems, error.url, str(error));
          } else {
            throw $e;
          }
        }
        if ($ok) {
          setitem(this.pages, url, page);
          this.feed(page.links);
        }
      } finally {
        this.frontier.task_done();
      }
    }
  }

  *crawl(start: string): Coroutine<null> {
    const workers: Py[] = Array.from(
      range(1, add(WORKERS, 1)),
      (n) => asyncio.create_task(this.worker(), { name: f`worker-${n}` }),
    );
    const straggler = asyncio.create_task(mirror(this.pages), { name: "mirror" });
    this.feed([start]);
    while (this.feeders.length > 0) {
      yield* aw(list.pop(this.feeders));
      yield* this.frontier.join();
    }
    const running: Py[] = [...workers, straggler];
    for (const task of running) {
      invoke(task, "cancel");
    }
    yield* asyncio.gather(...running, { return_exceptions: true });
    print(
      "cancelled:",
      str.join(
        ", ",
        (() => {
          const $r: Py[] = [];
          for (const task of running) {
            if (truth(invoke(task, "cancelled"))) {
              $r.push(invoke(task, "get_name"));
            }
          }
          return $r;
        })(),
      ),
    );
    return null;
  }

  report(): null {
    print(f`${len(this.pages)} pages, ${len(this.problems)} problems`);
    for (const $i of sorted(this.pages.items())) {
      const [_, page] = unpack($i, 2);
      print(f`  ${page}`);
    }
    for (const $i2 of sorted(this.problems.items())) {
      const [url, problem] = unpack($i2, 2);
      print(f`  ${fmt(url, "<16")}${problem}`);
    }
    const most = max(this.pages.values(), { key: (page: Py) => T(len(getattr(page, "links")), getattr(page, "url")) });
    const total = sum(
      genexp(
        function* ($0: Py): PyGenerator {
          for (const page of $0) {
            yield len(getattr(page, "links"));
          }
          return null;
        },
        this.pages.values(),
      ),
    );
    print(
      f`most links: ${getattr(most, "url")}; ${total} in all, ${fmt(truediv(total, len(this.pages)), ".2f")} a page`,
    );
    return null;
  }
}
classDef(
  Crawler,
  "Crawler",
  {
    __init__: "()",
    feed: "(links)",
    put_all: "async (links)",
    worker: "async ()",
    crawl: "async (start)",
    report: "()",
  },
);

export function* main(): Coroutine<null> {
  const crawler = new Crawler();
  yield* crawler.crawl("/");
  crawler.report();
  return null;
}
asyncDef(main, "main", "()");

if (isMain(import.meta)) {
  await program(function* (): Coroutine<void> {
    yield* asyncio.run(main());
  });
}
