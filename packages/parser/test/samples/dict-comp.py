{a: b for a, b in c}
{a: b async for a in c if d}
