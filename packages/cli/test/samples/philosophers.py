import asyncio


class Philosopher:
    def __init__(self, name, left, right):
        self.name = name
        self.left, self.right = left, right
        self.meals = 0

    async def dine(self, meals):
        while self.meals < meals:
            async with self.left:
                await asyncio.sleep(0)
                async with self.right:
                    self.meals += 1
                    await asyncio.sleep(0)


async def main():
    names = ["Plato", "Kant", "Hume", "Mill", "Marx"]
    forks = [asyncio.Lock() for _ in names]
    table = []
    for i, name in enumerate(names):
        pair = sorted([i, (i + 1) % len(names)])
        table.append(Philosopher(name, forks[pair[0]], forks[pair[1]]))
    await asyncio.gather(*(one.dine(3) for one in table))
    print({one.name: one.meals for one in table})
    print(any(fork.locked() for fork in forks))


asyncio.run(main())
