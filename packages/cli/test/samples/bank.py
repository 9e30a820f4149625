class InsufficientFunds(Exception):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} cannot pay {amount:.2f}, balance is {account.balance:.2f}")


class Account:
    interest = 0.0

    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self._balance = balance
        self.history = []

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposits are positive")
        self._balance += amount
        self.history.append(("deposit", amount))
        return self

    def withdraw(self, amount):
        if amount > self.available():
            raise InsufficientFunds(self, amount)
        self._balance -= amount
        self.history.append(("withdraw", amount))
        return self

    def available(self):
        return self._balance

    def add_interest(self):
        return self.deposit(self._balance * self.interest) if self._balance > 0 and self.interest else self


class Savings(Account):
    interest = 0.05


class Checking(Account):
    def __init__(self, owner, balance=0.0, overdraft=100):
        super().__init__(owner, balance)
        self.overdraft = overdraft

    def available(self):
        return super().available() + self.overdraft


accounts = {account.owner: account for account in [Savings("Ann", 1000), Checking("Bob", 50), Account("Cy")]}
transfers = [("Ann", "Bob", 200), ("Bob", "Cy", 325.5), ("Cy", "Ann", 400), ("Bob", "Zed", 1), ("Bob", "Cy", -5)]
for source, target, amount in transfers:
    try:
        accounts[source].withdraw(amount)
        accounts[target].deposit(amount)
    except InsufficientFunds as error:
        print("refused:", error)
    except (KeyError, ValueError) as error:
        print(type(error).__name__, error)
for account in accounts.values():
    account.add_interest()
    print(f"{type(account).__name__:<9}{account.owner:<4}{account.balance:>9.2f} {len(account.history)} entries")
print(accounts["Ann"].deposit(1).withdraw(0.5).balance, accounts["Cy"].history)
