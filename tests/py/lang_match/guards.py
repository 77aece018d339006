log = []
def g(v, r): log.append(v); return r
def f(x):
    match x:
        case n if g('a', n < 0): return 'neg'
        case 0 if g('b', True): return 'zero'
        case int() | float() if g('c', x > 100): return 'big'
        case [a, b] if a == b: return 'same'
        case [a, b] if (s := a + b) > 5: return f'sum {s}'
        case str() as s if s.isupper(): return 'UPPER'
        case _ if x == 'special': return 'special'
        case _: return 'default'
for v in (-1, 0, 500, 5): print(f(v), log); log.clear()
def h(x):
    match x:
        case [a, b] if a == b: return 'same'
        case [a, b] if (s := a + b) > 5: return f'sum {s}'
        case str() as s if s.isupper(): return 'UPPER ' + s
        case _ if x == 'special': return 'special'
    return 'fell through'
print([h(v) for v in ([1, 1], [3, 4], [1, 2], 'ABC', 'abc', 'special')])
def e(x):
    match x:
        case y if 1 / y > 0: return y
try: e(0)
except ZeroDivisionError as ex: print(ex)

# expect: neg ['a']
# expect: zero ['a', 'b']
# expect: big ['a', 'c']
# expect: default ['a', 'c']
# expect: ['same', 'sum 7', 'fell through', 'UPPER ABC', 'fell through', 'special']
# expect: division by zero
