def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

s = {3, 1, 2}
t(lambda: sorted(s))
t(lambda: sum(s))
t(lambda: max(s))
t(lambda: min(s))
t(lambda: len(s))
t(lambda: sorted(x * 2 for x in s))
t(lambda: list(map(str, sorted(s))))
t(lambda: sorted(s, reverse=True))
t(lambda: [x for x in range(5) if x in s])
t(lambda: dict.fromkeys(sorted(s)))
t(lambda: {x % 2 for x in s})
t(lambda: any(x > 2 for x in s))
t(lambda: sorted([*s, *s]))
t(lambda: tuple(sorted(s)))
t(lambda: s[0])
t(lambda: s[0:1])
t(lambda: next(s))
t(lambda: reversed(s))
for op in ['for x in s: s.add(x + 10)', 'for x in s: s.remove(x)', 'for x in s: s.clear()', 'for x in s: s.pop()']:
    s = {1, 2, 3}
    try: exec(op); print(op, 'ok')
    except RuntimeError as e: print(op, '|', e)
for x in list(s := {1, 2}): s.discard(x)
t(lambda: s)
it = iter({5}); print(it.__length_hint__(), next(it), next(it, 'end'))

# expect: [1, 2, 3]
# expect: 6
# expect: 3
# expect: 1
# expect: 3
# expect: [2, 4, 6]
# expect: ['1', '2', '3']
# expect: [3, 2, 1]
# expect: [1, 2, 3]
# expect: {1: None, 2: None, 3: None}
# expect: {0, 1}
# expect: True
# expect: [1, 1, 2, 2, 3, 3]
# expect: (1, 2, 3)
# expect: TypeError 'set' object is not subscriptable
# expect: TypeError 'set' object is not subscriptable
# expect: TypeError 'set' object is not an iterator
# expect: TypeError 'set' object is not reversible
# expect: for x in s: s.add(x + 10) | Set changed size during iteration
# expect: for x in s: s.remove(x) | Set changed size during iteration
# expect: for x in s: s.clear() | Set changed size during iteration
# expect: for x in s: s.pop() | Set changed size during iteration
# expect: set()
# expect: 1 5 end
