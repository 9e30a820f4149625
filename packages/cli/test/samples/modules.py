import math
import time
from math import floor, pi

print(math.sqrt(16), math.sqrt(2), floor(2.7), math.ceil(2.1), math.floor(-2.5), pi, math.e)
print(math.gcd(12, 18), math.factorial(10), math.isnan(math.nan), math.inf, math.hypot(3, 4), math.trunc(-3.7))
print(math.isclose(0.1 + 0.2, 0.3), math.pow(2, 3), math.fabs(-1), math.log2(8), math.isqrt(17))
print(time.monotonic() <= time.monotonic(), isinstance(time.time(), float))
try:
    math.sqrt(-1)
except ValueError as error:
    print("ValueError:", error)
