try: a
except: b

try:
    a
except A:
    b
except (B, C) as e:
    c
else:
    d
finally:
    e

try: a
finally: b
