'a'
"a"
'''a
b'''
"""a"b"""
r'\n'
u'a'
U'a' 'b'
'a' u'b'
'\n\t\\\'\"\a\b\f\v\r\0\101\x41\u00e9\U0001F600\N{BULLET}\q'
'a\
b'
'a' "b" r'\c'
('a'
 'b')
'é😀'; x
'\ud800'
