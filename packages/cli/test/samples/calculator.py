class Parser:
    """Evaluates arithmetic by recursive descent."""

    def __init__(self, text):
        self.tokens = self.tokenize(text)
        self.at = 0

    @staticmethod
    def tokenize(text):
        tokens, number = [], ""
        for char in text + " ":
            if char.isdigit() or char == ".":
                number += char
                continue
            if number:
                tokens.append(float(number) if "." in number else int(number))
                number = ""
            if char in "+-*/()^":
                tokens.append(char)
            elif not char.isspace():
                raise SyntaxError(f"unexpected {char!r}")
        return tokens

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self):
        token = self.peek()
        self.at += 1
        return token

    def sum(self):
        value = self.product()
        while self.peek() in ("+", "-"):
            value = value + self.product() if self.take() == "+" else value - self.product()
        return value

    def product(self):
        value = self.power()
        while self.peek() in ("*", "/"):
            value = value * self.power() if self.take() == "*" else value / self.power()
        return value

    def power(self):
        base = self.atom()
        if self.peek() == "^":
            self.take()
            return base ** self.power()
        return base

    def atom(self):
        token = self.take()
        if token == "(":
            value = self.sum()
            if self.take() != ")":
                raise SyntaxError("missing )")
            return value
        if token == "-":
            return -self.atom()
        if isinstance(token, (int, float)):
            return token
        raise SyntaxError(f"unexpected {token!r}")


for text in ["1 + 2 * 3", "(1 + 2) * 3", "2 ^ 3 ^ 2", "10 / 4", "8 / 4", "-(2 + 3) * 1.5", "2 ^ 64", "1 / 0", "(1", "2 $ 3", ""]:
    try:
        print(f"{text} = {Parser(text).sum()}")
    except (SyntaxError, ZeroDivisionError) as error:
        print(f"{text!r}: {type(error).__name__}: {error}")
