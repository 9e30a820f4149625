def check(value):
    if value > 2:
        raise ValueError(f"too large: {value}")
    print("fine:", value)


try:
    for n in range(5):
        check(n)
finally:
    print("finally runs first")
print("not reached")
