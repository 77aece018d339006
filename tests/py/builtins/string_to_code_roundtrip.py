def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

for v in (1, -1.5, 'a\n"', b'\x00', None, True, [1, [2]], (1,), {'a': {1: 2}}, {1, 2}, ..., 1j, -0.0, 10 ** 25, '', [], (), {}, 'é😀', '\ud800'.encode('utf-8', 'surrogatepass'), range(3), slice(1, 2), frozenset([1]), int, 1e300, 5e-324, "it's", 'a\\b'):
    s = repr(v)
    if v is int: continue
    print(ascii(s), eval(s) == v, repr(eval(s)) == s)

# expect: '1' True True
# expect: '-1.5' True True
# expect: '\'a\\n"\'' True True
# expect: "b'\\x00'" True True
# expect: 'None' True True
# expect: 'True' True True
# expect: '[1, [2]]' True True
# expect: '(1,)' True True
# expect: "{'a': {1: 2}}" True True
# expect: '{1, 2}' True True
# expect: 'Ellipsis' True True
# expect: '1j' True True
# expect: '-0.0' True True
# expect: '10000000000000000000000000' True True
# expect: "''" True True
# expect: '[]' True True
# expect: '()' True True
# expect: '{}' True True
# expect: "'\xe9\U0001f600'" True True
# expect: "b'\\xed\\xa0\\x80'" True True
# expect: 'range(0, 3)' True True
# expect: 'slice(1, 2, None)' True True
# expect: 'frozenset({1})' True True
# expect: '1e+300' True True
# expect: '5e-324' True True
# expect: '"it\'s"' True True
# expect: "'a\\\\b'" True True
