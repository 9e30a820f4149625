[a for a in b if c if d]
[a for a in (lambda: 1)]
