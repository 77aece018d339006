class C: v = 1
c = C(); c.v += 5; print(c.v, C.v)
d = {'a': 1}; d['a'] *= 7; print(d)
def key(): print('key', end=' '); return 'a'
def get(): print('get', end=' '); return d
get()[key()] += 1; print(d)
l = [1, [2]]
l[1] += [3]; l[0] -= 1; l[-1][0] **= 3; print(l)
l[0:1] += [9]; print(l)
x = 7
x //= 2; x <<= 3; x |= 1; x %= 7; x ^= 2; print(x)
x = 5; x /= 2; print(x); x = 'a'; x += 'b'; x *= 2; print(x); x = 2; x **= 5; x >>= 1; x &= 24; print(x)
try: undefined += 1
except NameError as e: print(e)
try: d['zz'] += 1
except KeyError as e: print(repr(e))
try: c.nope += 1
except AttributeError as e: print(e)
i = 0
def n():
    global i
    i += 1
    return i
l = [0] * 5
l[n()] += n() * 10
print(l)

# expect: 6 1
# expect: {'a': 7}
# expect: get key {'a': 8}
# expect: [0, [8, 3]]
# expect: [0, 9, [8, 3]]
# expect: 6
# expect: 2.5
# expect: abab
# expect: 16
# expect: name 'undefined' is not defined
# expect: KeyError('zz')
# expect: 'C' object has no attribute 'nope'
# expect: [0, 20, 0, 0, 0]
