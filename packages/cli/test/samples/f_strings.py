name, n, ratio, items = "Ada", 42, 2 / 3, [1, "two", None]

print(f"{name} has {n} items, {n * 2} soon: {items}")
print(f"{name!r} {name!s} {items!r} {{literal}} {name.upper()} {'nested'} {n:>{6}}|")
print(f"{n=} {ratio=:.3f} {name = }")
print(f"{n:5}|{n:<5}|{n:^5}|{n:05}|{n:+}|{-n:+}|{n:,}|{1234567:,}|{1234567:_}")
print(f"{n:b} {n:o} {n:x} {n:X} {n:#x} {n:#010b} {n:e} {n:.1f} {n:%} {65:c}")
print(f"{ratio:.2f}|{ratio:10.3f}|{ratio:<10.3f}|{ratio:^10.3f}|{ratio:010.3f}|{ratio:.1%}|{ratio:g}|{ratio:.3e}")
print(f"{name:>8}|{name:*<8}|{name:-^9}|{name:.2}|{name:8.1}|")
print(f"{True} {True:d} {None} {1.0} {1e100} {1e16} {0.1 + 0.2} {3.0:g} {1e-7}")
print(f"{0.5:.0f} {1.5:.0f} {2.5:.0f} {1e22:g} {1234567.891:,.2f} {float('inf')} {float('nan'):.1f}")
print("{} {} {}".format(1, "b", [3]), "{1}-{0}".format("a", "b"), "{x:>4}|{y!r}".format(x=1, y="z"))
print("%s is %d years and %.1f%% sure, %r, %5d|%-5d|%05d" % ("Ada", 36, 99.5, "x", 1, 2, 3))
for row in [("apple", 1.5, 3), ("fig", 12.25, 10)]:
    print(f"{row[0]:<8}{row[1]:>8.2f}{row[2]:>4}{row[1] * row[2]:>9.2f}")
