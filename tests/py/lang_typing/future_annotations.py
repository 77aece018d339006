from __future__ import annotations
def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

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

# expect: 1
# expect: {'x': 'Undefined', 'y': '1 / 0', 'return': 'list[Nope]'}
# expect: {'a': 'Missing', 'b': "'quoted'"}
# expect: 1
# expect: {'z': 'also_missing'}
# expect: "(x: 'Undefined', y: '1 / 0' = 2) -> 'list[Nope]'"
