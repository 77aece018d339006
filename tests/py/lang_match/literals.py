def f(x):
    match x:
        case 0: return 'zero'
        case 1 | 2: return 'one-two'
        case -1: return 'minus one'
        case 1.5: return 'float'
        case 'a' 'b': return 'ab'
        case b'x': return 'bytes'
        case None: return 'None'
        case True: return 'True'
        case 2 + 3j: return 'complex'
        case -2.5 - 1j: return 'neg complex'
        case r'\n': return 'raw'
        case _: return 'other'
print([f(v) for v in (0, 1, 2, -1, 1.5, 'ab', b'x', None, True, False, 2 + 3j, -2.5 - 1j, r'\n', 'zz', 0.0, 1.0)])

# expect: ['zero', 'one-two', 'one-two', 'minus one', 'float', 'ab', 'bytes', 'None', 'one-two', 'zero', 'complex', 'neg complex', 'raw', 'other', 'zero', 'one-two']
