f'a'
f'{a}'
f'a{b}c{d}e'
f'{a!r}{b!s}{c!a}'
f'{a:>10}{b:{w}.{p}}{c!r:^{w}}'
f'{a=}{b = }{c=!s}{d=:>5}{ e + 1 = }'
f'{{a}}{b}}}'
f'a' 'b' f'{c}' 'd'
'a' f'{b}'
f'{a["b"]}{f"{c}"}'
f'{a!r:{b}c{d}}'
f'''{
a
}
b{c:
}'''
rf'\{a}\n'
f'\N{BULLET}{a}'
f'{a, b}{*a, b}{(lambda: 1)}{yield_}'
f'{x:=5}{x!=y}{(x := 1)}'
f'{a:{{}}}'
f'{a:%H:%M}'
F""
