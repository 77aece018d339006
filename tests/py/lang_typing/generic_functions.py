def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def first[T](l: list[T]) -> T: return l[0]
def pair[K, V: int](k: K, v: V = 1) -> tuple[K, V]: return k, v
t(lambda: first([1, 2]))
t(lambda: pair('a'))
t(lambda: first.__type_params__)
t(lambda: [p.__bound__ for p in pair.__type_params__])
t(lambda: first.__annotations__['return'])
t(lambda: pair.__type_params__[1].__name__)
t(lambda: type(first.__type_params__[0]).__name__)
def va[*Ts, **P](*a: *Ts) -> None: return a
t(lambda: va(1, 2))
t(lambda: va.__type_params__)
t(lambda: [type(p).__name__ for p in va.__type_params__])
lazy = []
def b[T: (lazy.append(1) or int)](x: T): return x
t(lambda: b(1))
t(lambda: lazy)
t(lambda: b.__type_params__[0].__bound__)
t(lambda: lazy)
def c[T: (int, str)](x: T): return x
t(lambda: c.__type_params__[0].__constraints__)
t(lambda: c.__type_params__[0].__bound__)

# expect: 1
# expect: ('a', 1)
# expect: (T,)
# expect: [None, <class 'int'>]
# expect: T
# expect: 'V'
# expect: 'TypeVar'
# expect: (1, 2)
# expect: (Ts, P)
# expect: ['TypeVarTuple', 'ParamSpec']
# expect: 1
# expect: []
# expect: <class 'int'>
# expect: [1]
# expect: (<class 'int'>, <class 'str'>)
# expect: None
