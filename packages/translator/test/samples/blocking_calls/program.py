import asyncio


async def work(n):
    await asyncio.sleep(0)
    return n * 2


def run_it(n):
    return asyncio.run(work(n))


def twice(n):
    first = run_it(n)
    second = run_it(first)
    return first + second


class App:
    def __init__(self, n):
        self.n = n

    def start(self):
        result = asyncio.run(self.go())
        print("result", result)
        return result

    async def go(self):
        return await work(self.n)


def main():
    print(twice(3))
    app = App(5)
    total = app.start() + app.start()
    print(total)
    for i in range(2):
        if run_it(i) == 2:
            print("two")
    values = [run_it(i) for i in range(3)]
    print(values)


main()
