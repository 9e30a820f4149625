b'a'
b'\x00\xff\101\n\q'
rb'\n'
BR"a"
b'a' b"b"
b'''a
b'''
b'\''
