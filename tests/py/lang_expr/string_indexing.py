s = 'hello wörld'
print(s[0], s[-1], s[1:4], s[::-1], s[::3], s[7], s[-4:-1], s[20:], s[3:3] == '')
print([s[i] for i in range(0, len(s), 4)], s[slice(None, 5)], s[True])
for bad in ['s[20]', 's[-20]', 's["a"]', 's[1.5]', 's[None]', 's[1,2]', 's[::0]']:
    try: eval(bad)
    except Exception as e: print(bad, type(e).__name__, e)
try: s[0] = 'j'
except TypeError as e: print(e)
try: del s[0]
except TypeError as e: print(e)
b = b'bytes'
print(b[0], b[:2], b[::-1], b[-1:], list(b[:3]))
t = (1, 2, 3)
print(t[1:], t[::-1], t[-1])
try: t[3]
except IndexError as e: print(e)
try: t[0] = 1
except TypeError as e: print(e)
try: del t[0]
except TypeError as e: print(e)

# expect: h d ell dlröw olleh hlwl ö örl  True
# expect: ['h', 'o', 'r'] hello e
# expect: s[20] IndexError string index out of range
# expect: s[-20] IndexError string index out of range
# expect: s["a"] TypeError string indices must be integers, not 'str'
# expect: s[1.5] TypeError string indices must be integers, not 'float'
# expect: s[None] TypeError string indices must be integers, not 'NoneType'
# expect: s[1,2] TypeError string indices must be integers, not 'tuple'
# expect: s[::0] ValueError slice step cannot be zero
# expect: 'str' object does not support item assignment
# expect: 'str' object doesn't support item deletion
# expect: 98 b'by' b'setyb' b's' [98, 121, 116]
# expect: (2, 3) (3, 2, 1) 3
# expect: tuple index out of range
# expect: 'tuple' object does not support item assignment
# expect: 'tuple' object doesn't support item deletion
