def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

l = [1, 2, 3]; out = []
for x in l:
    out.append(x)
    if len(l) < 6: l.append(x * 10)
t(lambda: out)
t(lambda: l)
l = list(range(6))
for x in l: l.remove(x)
t(lambda: l)
l = [1, 2, 3]
for i, x in enumerate(l):
    if x == 2: del l[i]
t(lambda: l)
it = iter([1, 2]); print(next(it), it.__length_hint__(), next(it), next(it, 'end'), next(it, 'end'))
l = [1]; it = iter(l); next(it); print(next(it, 'done')); l.append(2); print(next(it, 'still done'))
l = [1, 2, 3]; it = iter(l); next(it); l.clear(); print(list(it))
for x in (l2 := [0, 1]):
    l2[1] = 'changed'; print(x)

# expect: [1, 2, 3, 10, 20, 30]
# expect: [1, 2, 3, 10, 20, 30]
# expect: [1, 3, 5]
# expect: [1, 3]
# expect: 1 1 2 end end
# expect: done
# expect: still done
# expect: []
# expect: 0
# expect: changed
