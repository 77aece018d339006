log = []
def g(tag):
    try:
        yield 1
        yield 2
    finally: log.append(tag)
for x in g('break'):
    break
print(log)
next(g('dropped')); print(log)
def f():
    for x in g('return'):
        return x
f(); print(log)
a, *b = g('unpack'); print(log)
try:
    x, y, z = g('short')
except ValueError as e: print(e)
print(log)
try: x, = g('long')
except ValueError as e: print(e)
print(log)
print(any(v == 1 for v in g('any')), log)
l = [g('list'), g('list2')]
for i in l: next(i)
l.clear(); print(log)

# expect: ['break']
# expect: ['break', 'dropped']
# expect: ['break', 'dropped', 'return']
# expect: ['break', 'dropped', 'return', 'unpack']
# expect: not enough values to unpack (expected 3, got 2)
# expect: ['break', 'dropped', 'return', 'unpack', 'short']
# expect: too many values to unpack (expected 1)
# expect: ['break', 'dropped', 'return', 'unpack', 'short', 'long']
# expect: True ['break', 'dropped', 'return', 'unpack', 'short', 'long', 'any']
# expect: ['break', 'dropped', 'return', 'unpack', 'short', 'long', 'any', 'list']
