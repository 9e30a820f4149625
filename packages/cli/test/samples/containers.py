class Deck:
    def __init__(self, cards):
        self.cards = list(cards)

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, index):
        return self.cards[index]

    def __setitem__(self, index, card):
        self.cards[index] = card

    def __delitem__(self, index):
        del self.cards[index]

    def __contains__(self, card):
        return card.upper() in self.cards

    def __iter__(self):
        return iter(self.cards)

    def __call__(self, n):
        return self.cards[:n]


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __lt__(self, other):
        return self.cents < other.cents

    def __radd__(self, other):
        return Money(other + self.cents)

    def __iadd__(self, other):
        self.cents += other
        return self

    def __neg__(self):
        return Money(-self.cents)

    def __str__(self):
        return f"{self.cents // 100}.{self.cents % 100:02}"

    def __format__(self, spec):
        return f"{str(self):{spec}}"


deck = Deck("AKQJ")
print(len(deck), deck[0], deck[-1], deck[1:3], "q" in deck, "x" in deck)
deck[0] = "T"
del deck[1]
print(list(deck), [card for card in deck], deck(2), bool(Deck("")))
first, *rest = deck
print(first, rest)

purse = Money(1205)
same = purse
purse += 50
print(purse, same is purse, -purse, 100 + purse, f"{purse:>8}|")
print(min(Money(3), Money(2)), [str(m) for m in sorted([Money(3), Money(1), Money(2)])])
