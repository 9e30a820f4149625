def forever(n):
    return forever(n + 1)


def total(n):
    return n + total(n - 1) if n else 0


try:
    forever(0)
except RecursionError as error:
    print("RecursionError:", error)
print(total(100))
