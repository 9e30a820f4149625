[*a]
(*a, b)
*a, b = c
f(*a or b)
{*a, *b}
x = *a,
