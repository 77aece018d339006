def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

s = []
for c in '([{}])': s.append(c) if c in '([{' else s.pop()
t(lambda: s)
def bal(x):
    st = []
    for c in x:
        if c in '([{': st.append(c)
        elif c in ')]}':
            if not st or '([{'.index(st.pop()) != ')]}'.index(c): return False
    return not st
t(lambda: [bal(x) for x in ('()', '([)]', '((', '{[()]}', ')', '')])
q = [1, 2, 3]
while q:
    x = q.pop(0); print(x, end=' ')
    if x < 10: q.append(x * 4)
print()
l = list(range(7)); k = 0; out = []
while l: k = (k + 2) % len(l); out.append(l.pop(k))
t(lambda: out)

# expect: []
# expect: [True, False, False, True, False, True]
# expect: 1 2 3 4 8 12 16 32 
# expect: [2, 5, 1, 6, 4, 0, 3]
