def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

class Stack[T]:
    def __init__(s): s.l: list[T] = []
    def push(s, x: T) -> 'Stack[T]': s.l.append(x); return s
    def map[U](s, f) -> 'list[U]': return [f(x) for x in s.l]
t(lambda: Stack[int]().push(1).push(2).map(str))
t(lambda: Stack.__type_params__)
t(lambda: Stack.__parameters__)
t(lambda: Stack[int])
t(lambda: Stack[int].__args__)
t(lambda: Stack[int].__origin__ is Stack)
t(lambda: Stack[int]().__orig_class__)
t(lambda: Stack.__orig_bases__)
t(lambda: Stack.__mro__[1].__name__)
class Sub(Stack[str]): pass
t(lambda: Sub.__orig_bases__)
t(lambda: Sub().push('a').l)
t(lambda: Sub.__bases__[0] is Stack)
class D[T, U = int]: pass
t(lambda: D[str])
t(lambda: D.__type_params__[1].__default__)
t(lambda: D.__type_params__[1].has_default())
t(lambda: D[str, bytes])
t(lambda: Stack[int, str])
t(lambda: Stack[()])
class E[T](list[T]): pass
t(lambda: E([1]))
t(lambda: E[int]([2]))

# expect: ['1', '2']
# expect: (T,)
# expect: (T,)
# expect: __main__.Stack[int]
# expect: (<class 'int'>,)
# expect: True
# expect: __main__.Stack[int]
# expect: (typing.Generic[T],)
# expect: 'Generic'
# expect: (__main__.Stack[str],)
# expect: ['a']
# expect: True
# expect: __main__.D[str, int]
# expect: <class 'int'>
# expect: True
# expect: __main__.D[str, bytes]
# expect: TypeError Too many arguments for <class '__main__.Stack'>; actual 2, expected 1
# expect: TypeError Too few arguments for <class '__main__.Stack'>; actual 0, expected at least 1
# expect: [1]
# expect: [2]
