x = ('one ' 'two '
     'three')
print(x)
print('a' f'{1 + 1}' 'b' r'\n' f'{x!r:.5}')
print(b'a' b'\x62' rb'\x')
print(len('' ''), ('a' 'b', 'c'), ['a' 'b'])
print('%s' '%d' % ('x', 3))
print(f'{1}' f'{2}' '{3}' '{{')
print("a" 'b'.upper())
print(('x' 'y') * 2)

# expect: one two three
# expect: a2b\n'one 
# expect: b'ab\\x'
# expect: 0 ('ab', 'c') ['ab']
# expect: x3
# expect: 12{3}{{
# expect: AB
# expect: xyxy
