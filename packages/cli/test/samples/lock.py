import asyncio


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = asyncio.Lock()

    async def withdraw(self, name, amount):
        print(f"{name} wants {amount}, locked: {self.lock.locked()}")
        async with self.lock:
            balance = self.balance
            await asyncio.sleep(0)
            if balance < amount:
                raise ValueError(f"{name}: only {balance} left")
            self.balance = balance - amount
        print(f"{name} has taken {amount}")


async def main():
    account = Account(100)
    results = await asyncio.gather(
        account.withdraw("Ann", 50),
        account.withdraw("Bob", 60),
        account.withdraw("Cy", 40),
        return_exceptions=True,
    )
    for result in results:
        print(repr(result))
    print("left:", account.balance, account.lock.locked())


asyncio.run(main())
