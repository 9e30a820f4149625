a
_
é = Ǆ = 𝓐
match
case
type
_a1
