a and b
a or b or c
a and b or c and not d
(a or b) and c
