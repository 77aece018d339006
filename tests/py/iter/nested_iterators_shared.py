def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

it = iter(range(6))
for x in it:
    print(x, next(it), end='; ')
print()
it = iter('abcdef'); print([a + b for a, b in zip(it, it)])
it = iter(range(10)); print([x for x in it if x % 2 for y in [next(it, None)]])
it = iter([1, 2, 3, 4]); print(2 in it, list(it))
it = iter('hello'); print(any(c == 'l' for c in it), list(it))
it = iter(range(5)); print(next(it), sum(it), next(it, None))
a = iter([3, 1]); print(sorted(a), list(a)); b = iter('xy'); print(max(b), list(b))
def drain(i): return [next(i, None) for _ in range(3)]
t(lambda: drain(iter('ab')))
t(lambda: drain(iter([])))
t(lambda: drain(map(str, [1])))
t(lambda: drain(filter(None, [0, 2])))
t(lambda: drain(zip('a', 'b')))
t(lambda: drain(reversed('ab')))
t(lambda: drain(iter({})))
t(lambda: drain((x for x in 'q')))

# expect: 0 1; 2 3; 4 5; 
# expect: ['ab', 'cd', 'ef']
# expect: [1, 3, 5, 7, 9]
# expect: True [3, 4]
# expect: True ['l', 'o']
# expect: 0 10 None
# expect: [1, 3] []
# expect: y []
# expect: ['a', 'b', None]
# expect: [None, None, None]
# expect: ['1', None, None]
# expect: [2, None, None]
# expect: [('a', 'b'), None, None]
# expect: ['b', 'a', None]
# expect: [None, None, None]
# expect: ['q', None, None]
