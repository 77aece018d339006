def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def pal(s): s = ''.join(c.lower() for c in s if c.isalnum()); return s == s[::-1]
t(lambda: [pal(s) for s in ('A man, a plan, a canal: Panama', 'hello', '', 'a', 'ab')])
g = {}
for w in 'eat tea tan ate nat bat'.split(): g.setdefault(''.join(sorted(w)), []).append(w)
t(lambda: g)
def longest(s):
    best = ''
    for i in range(len(s)):
        for a, b in ((i, i), (i, i + 1)):
            while a >= 0 and b < len(s) and s[a] == s[b]: a -= 1; b += 1
            if b - a - 1 > len(best): best = s[a + 1:b]
    return best
t(lambda: longest('babad'))
t(lambda: longest('cbbd'))
t(lambda: longest('forgeeksskeegfor'))
t(lambda: longest(''))

# expect: [True, False, True, True, False]
# expect: {'aet': ['eat', 'tea', 'ate'], 'ant': ['tan', 'nat'], 'abt': ['bat']}
# expect: 'bab'
# expect: 'bb'
# expect: 'geeksskeeg'
# expect: ''
