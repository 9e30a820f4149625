import asyncio


async def worker(name: str, delay: float) -> str:
    await asyncio.sleep(delay)
    return f"{name} done after {delay} s"


async def main() -> None:
    tasks = [
        asyncio.create_task(worker("first", 1)),
        asyncio.create_task(worker("second", 2)),
        asyncio.create_task(worker("third", 1.5)),
    ]
    results = await asyncio.gather(*tasks)
    print(results)


if __name__ == "__main__":
    asyncio.run(main())
