def match(p, s):
    def here(i, j):
        if i == len(p): return True
        if i + 1 < len(p) and p[i + 1] in '*+?':
            c, op = p[i], p[i + 1]; k = j
            mx = j
            while mx < len(s) and (c == '.' or s[mx] == c): mx += 1
            if op == '?': mx = min(mx, j + 1)
            lo = j + (op == '+')
            return any(here(i + 2, k) for k in range(mx, lo - 1, -1))
        if p[i] == '$' and i == len(p) - 1: return j == len(s)
        return j < len(s) and p[i] in ('.', s[j]) and here(i + 1, j + 1)
    if p.startswith('^'): p = p[1:]; return here(0, 0)
    return any(here(0, j) for j in range(len(s) + 1))
for p, s in [('abc', 'xabcx'), ('^abc', 'xabc'), ('a*b', 'aaab'), ('a.c', 'abc'), ('^a+$', 'aaa'), ('^a+$', 'aab'), ('colou?r', 'color'), ('^.*z$', 'xyz'), ('', ''), ('a*$', 'b'), ('x+', '')]: print(p, s, match(p, s))

# expect: abc xabcx True
# expect: ^abc xabc False
# expect: a*b aaab True
# expect: a.c abc True
# expect: ^a+$ aaa True
# expect: ^a+$ aab False
# expect: colou?r color True
# expect: ^.*z$ xyz True
# expect:   True
# expect: a*$ b True
# expect: x+  False
