{}
{1: 2}
{1: 2, **a, 'b': c,}
{**a}
{a: b if c else d}
