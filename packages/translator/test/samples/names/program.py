class Object:
    def __init__(self, v):
        self.v = v


Array = [1, 2]
Dict = {"k": 1}
program = "p"
T = 3
f = lambda x: f"<{x}>"
print([x + T for x in Array], Object(1) is Object(1), Dict, program, f(5))


def then(constructor, arguments, new=1):
    this = constructor + arguments
    delete = this * new
    return f"{this} {delete}"


print(then(1, 2, new=3))


class Thenable:
    then = 5

    def toString(self):
        return "custom"

    def valueOf(self):
        return self.then


t = Thenable()
t.constructor = "c"
t.prototype = "p"
print(t.toString(), t.valueOf(), t.constructor, t.then, t.prototype)
undefined = "u"
NaN = "nan"
print(undefined, NaN)
isMain = print
isMain("shadowed")
for let in range(2):
    var = let
print(var, let)
async_ = {"await": 1}
print(async_["await"])
