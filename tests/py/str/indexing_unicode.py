def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

s = 'aé日😀z'
t(lambda: len(s))
t(lambda: s[0])
t(lambda: s[1])
t(lambda: s[2])
t(lambda: s[3])
t(lambda: s[-1])
t(lambda: s[1:4])
t(lambda: s[::-1])
t(lambda: s[::2])
t(lambda: [ord(c) for c in s])
t(lambda: s[5])
t(lambda: s['a'])
t(lambda: s[1.0])
t(lambda: list(s))
t(lambda: tuple('ab'))
t(lambda: sorted(s))
t(lambda: [c for c in reversed(s)])
t(lambda: set('aab') == {'a', 'b'})
t(lambda: 'e\u0301' == 'é')
t(lambda: len('e\u0301'))
t(lambda: len('👨\u200d👩'))
t(lambda: len('\U0001F1E6\U0001F1E7'))

# expect: 5
# expect: 'a'
# expect: 'é'
# expect: '日'
# expect: '😀'
# expect: 'z'
# expect: 'é日😀'
# expect: 'z😀日éa'
# expect: 'a日z'
# expect: [97, 233, 26085, 128512, 122]
# expect: IndexError string index out of range
# expect: TypeError string indices must be integers, not 'str'
# expect: TypeError string indices must be integers, not 'float'
# expect: ['a', 'é', '日', '😀', 'z']
# expect: ('a', 'b')
# expect: ['a', 'z', 'é', '日', '😀']
# expect: ['z', '😀', '日', 'é', 'a']
# expect: True
# expect: False
# expect: 2
# expect: 3
# expect: 2
