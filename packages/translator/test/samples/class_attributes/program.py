class Plugin:
    name = "base"
    length = 3

    def show(self):
        return f"{self.name} {self.length}"


class Sub(Plugin):
    name = "sub"


print(Plugin.name, Sub.name, Plugin().show(), Sub().show(), Sub.length)
Sub.name = "changed"
print(Sub.name, Plugin.name, Sub().name)
s = Sub()
s.name = "own"
print(s.name, Sub.name)


class Plain(Plugin):
    pass


print(Plain.name, Plain().name, Plain.__name__, type(Plain()).__name__, Plain().length, repr(Plain))
