"""Crawls a small web of simulated sites.

Three workers share a bounded queue of addresses. A page that does not answer in time is given up, a missing page is
reported, and what still runs when all pages are done is cancelled: the idle workers and a mirror that never ends.
"""

import asyncio

WORKERS = 3
TIMEOUT = 0.5

SITES = {
    "/": ("Home", ["/docs", "/blog", "/about"]),
    "/docs": ("Documentation", ["/docs/tasks", "/docs/queues", "/"]),
    "/docs/tasks": ("Tasks", ["/docs/queues", "/docs/timeouts"]),
    "/docs/queues": ("Queues", ["/docs/tasks", "/docs/missing"]),
    "/docs/timeouts": ("Timeouts", ["/docs"]),
    "/blog": ("Blog", ["/blog/1", "/blog/2", "/stream"]),
    "/blog/1": ("The first post", ["/blog", "/docs/old"]),
    "/blog/2": ("The second post", ["/blog/1"]),
    "/about": ("About us", ["/"]),
    "/stream": ("Never ends", []),
}


class PageNotFound(Exception):
    def __init__(self, url):
        super().__init__(f"no such page: {url}")
        self.url = url


class Page:
    def __init__(self, url, title, links):
        self.url = url
        self.title = title
        self.links = links

    def __str__(self):
        return f"{self.url:<16}{self.title:<18}{len(self.links):>2} links"


async def fetch(url):
    """Answers as a site would; one of the pages never does."""
    await asyncio.sleep(0)
    if url not in SITES:
        raise PageNotFound(url)
    title, links = SITES[url]
    if url == "/stream":
        try:
            await asyncio.sleep(3600)
        finally:
            print(f"closing the connection to {url}")
    return Page(url, title, links)


async def mirror(pages):
    """Copies pages to another place for as long as it may."""
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        print(f"mirror: stopped with {len(pages)} pages to copy")
        raise


class Crawler:
    def __init__(self):
        self.frontier = asyncio.Queue(maxsize=4)
        self.seen = set()
        self.feeders = []
        self.pages = {}
        self.problems = {}

    def feed(self, links):
        """Queues what is new in a task of its own: a full queue must not stop the workers that empty it."""
        fresh = [link for link in links if link not in self.seen]
        self.seen.update(fresh)
        self.feeders.append(asyncio.create_task(self.put_all(fresh)))

    async def put_all(self, links):
        for link in links:
            await self.frontier.put(link)

    async def worker(self):
        while True:
            url = await self.frontier.get()
            await asyncio.sleep(0.01)  # be polite
            try:
                page = await asyncio.wait_for(fetch(url), timeout=TIMEOUT)
            except TimeoutError:
                self.problems[url] = f"no answer within {TIMEOUT} s"
            except PageNotFound as error:
                self.problems[error.url] = str(error)
            else:
                self.pages[url] = page
                self.feed(page.links)
            finally:
                self.frontier.task_done()

    async def crawl(self, start):
        workers = [asyncio.create_task(self.worker(), name=f"worker-{n}") for n in range(1, WORKERS + 1)]
        straggler = asyncio.create_task(mirror(self.pages), name="mirror")
        self.feed([start])
        while self.feeders:
            await self.feeders.pop()
            await self.frontier.join()
        running = [*workers, straggler]
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        print("cancelled:", ", ".join(task.get_name() for task in running if task.cancelled()))

    def report(self):
        print(f"{len(self.pages)} pages, {len(self.problems)} problems")
        for _, page in sorted(self.pages.items()):
            print(f"  {page}")
        for url, problem in sorted(self.problems.items()):
            print(f"  {url:<16}{problem}")
        most = max(self.pages.values(), key=lambda page: (len(page.links), page.url))
        total = sum(len(page.links) for page in self.pages.values())
        print(f"most links: {most.url}; {total} in all, {total / len(self.pages):.2f} a page")


async def main():
    crawler = Crawler()
    await crawler.crawl("/")
    crawler.report()


if __name__ == "__main__":
    asyncio.run(main())
