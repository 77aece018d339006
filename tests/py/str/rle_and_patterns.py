def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from itertools import groupby
enc = lambda s: ''.join(f'{len(list(g))}{k}' for k, g in groupby(s))
t(lambda: enc('aaabbc'))
t(lambda: enc(''))
t(lambda: enc('日日本'))
def dec(s):
    out, n = '', ''
    for c in s:
        if c.isdigit(): n += c
        else: out += c * int(n); n = ''
    return out
t(lambda: dec('3a2b10c'))
t(lambda: dec(enc('hello')) == 'hello')
def wrap(s, w):
    lines, cur = [], ''
    for x in s.split():
        if len(cur) + len(x) + bool(cur) > w: lines.append(cur); cur = x
        else: cur = f'{cur} {x}'.strip()
    return lines + [cur]
t(lambda: wrap('the quick brown fox jumps over the lazy dog', 12))
def roman(n): return ''.join(s * (n // v % (10 if i == 0 else 10 ** 9) and 0) for i, (v, s) in enumerate([])) or ''.join((lambda q: s * q)(0) for s in '')
def to_roman(n):
    r = ''
    for v, s in zip([1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1], 'M CM D CD C XC L XL X IX V IV I'.split()):
        r += s * (n // v); n %= v
    return r
t(lambda: [to_roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)])

# expect: '3a2b1c'
# expect: ''
# expect: '2日1本'
# expect: 'aaabbcccccccccc'
# expect: True
# expect: ['the quick', 'brown fox', 'jumps over', 'the lazy dog']
# expect: ['I', 'IV', 'IX', 'XIV', 'XL', 'XC', 'CD', 'MCMXCIV', 'MMXXIV', 'MMMCMXCIX']
