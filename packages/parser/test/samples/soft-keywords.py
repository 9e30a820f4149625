match = case = type = _ = 1
match.case(type, _)
print(match, case)
match -x
match * x
match, case
type.x = 1
type in x
match(x).y
match[x]: int
case(x)
