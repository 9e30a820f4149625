while x: pass
while y := f():
    break
else:
    pass
