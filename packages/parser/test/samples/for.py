for x in y: pass
for x, y in z: pass
else: pass
for (x, y), *z in *a, b:
    continue
for x.y in z: break
for [a] in b,: pass
