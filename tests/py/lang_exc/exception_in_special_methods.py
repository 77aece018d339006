class A:
    def __getattr__(s, n): raise RuntimeError('ga ' + n)
    def __len__(s): raise TypeError('len')
    def __iter__(s): raise ValueError('iter')
    def __bool__(s): raise KeyError('bool')
    def __eq__(s, o): raise OSError('eq')
    def __hash__(s): raise IndexError('hash')
    def __contains__(s, x): raise ArithmeticError('in')
    def __enter__(s): raise NameError('enter')
    def __exit__(s, *a): pass
    def __call__(s): raise AttributeError('call')
    def __index__(s): raise EOFError('idx')
    def __str__(s): raise MemoryError('str')
a = A()
def w():
    with a: pass
for f in (lambda: a.x, lambda: hasattr(a, 'x'), lambda: getattr(a, 'x', 1), lambda: len(a), lambda: list(a), lambda: not a, lambda: a == 1, lambda: 1 != a, lambda: {a}, lambda: 1 in a, w, a, lambda: [1][a], lambda: str(a), lambda: f'{a}', lambda: a in [1], lambda: [a].index(5), lambda: 1 if a else 2, lambda: all([a]), lambda: sorted([a], key=len)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)

# expect: RuntimeError ga x
# expect: RuntimeError ga x
# expect: RuntimeError ga x
# expect: TypeError len
# expect: ValueError iter
# expect: KeyError 'bool'
# expect: OSError eq
# expect: OSError eq
# expect: IndexError hash
# expect: ArithmeticError in
# expect: NameError enter
# expect: AttributeError call
# expect: EOFError idx
# expect: MemoryError str
# expect: MemoryError str
# expect: OSError eq
# expect: OSError eq
# expect: KeyError 'bool'
# expect: KeyError 'bool'
# expect: TypeError len
