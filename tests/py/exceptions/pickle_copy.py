def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import copy, pickle
class E(Exception):
    def __init__(s, a, b): super().__init__(a, b); s.a = a
for e in (ValueError('x', 1), OSError(2, 'nf', 'f'), KeyError('k'), UnicodeDecodeError('utf-8', b'a', 0, 1, 'r'), E(1, 2), StopIteration(4), ImportError('m', name='n'), SyntaxError('m', ('f', 1, 2, 't')), ExceptionGroup('g', [ValueError(1)])):
    for c in (copy.copy(e), pickle.loads(pickle.dumps(e))): print(type(c).__name__, c.args == e.args or repr(c.args), str(c) == str(e), sorted(vars(c)))

# expect: ValueError True True []
# expect: ValueError True True []
# expect: FileNotFoundError True True []
# expect: FileNotFoundError True True []
# expect: KeyError True True []
# expect: KeyError True True []
# expect: UnicodeDecodeError True True []
# expect: UnicodeDecodeError True True []
# expect: E True True ['a']
# expect: E True True ['a']
# expect: StopIteration True True []
# expect: StopIteration True True []
# expect: ImportError True True []
# expect: ImportError True True []
# expect: SyntaxError True True []
# expect: SyntaxError True True []
# expect: ExceptionGroup True True []
# expect: ExceptionGroup ('g', [ValueError(1)]) True []
