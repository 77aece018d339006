def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from __future__ import annotations
def f(x: Undefined, y: 1 / 0 = 2) -> list[Nope]: return x
t(lambda: f(1))
t(lambda: f.__annotations__)
class C:
    a: Missing = 1
    b: 'quoted'
t(lambda: C.__annotations__)
t(lambda: C.a)
z: also_missing
t(lambda: __annotations__)
import inspect
t(lambda: str(inspect.signature(f)))

# exit: 1
# expect-error: SyntaxError: from __future__ imports must occur at the beginning of the file
