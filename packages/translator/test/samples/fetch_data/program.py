import asyncio


async def fetch_data(url: str) -> str:
    await asyncio.sleep(1)
    return f"Data from {url}"


async def main() -> None:
    result = await fetch_data("https://example.com")
    print(result)


if __name__ == "__main__":
    asyncio.run(main())
