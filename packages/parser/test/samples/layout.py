if a:
	b
	if c:
		d
# comment
    # another
	e

x = [
  1,

  # inside
2]
y = a + \
    b
if a: \
  b
z = (a
)
w = 1
def f():
  return 1



