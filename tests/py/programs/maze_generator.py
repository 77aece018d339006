import random
def maze(w, h, seed):
    r = random.Random(seed); g = [['#'] * (2 * w + 1) for _ in range(2 * h + 1)]
    st, seen = [(0, 0)], {(0, 0)}; g[1][1] = ' '
    while st:
        x, y = st[-1]
        n = [(x + a, y + b) for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1)) if 0 <= x + a < w and 0 <= y + b < h and (x + a, y + b) not in seen]
        if not n: st.pop(); continue
        c = n[r.randrange(len(n))]; seen.add(c); st.append(c)
        g[2 * c[1] + 1][2 * c[0] + 1] = g[y + c[1] + 1][x + c[0] + 1] = ' '
    return g
g = maze(6, 3, 5)
print('\n'.join(''.join(r) for r in g))
q, d = [(1, 1)], {(1, 1): 0}
while q:
    x, y = q.pop(0)
    for a, b in ((x + 1, y), (x - 1, y), (x, y + 1), (x, y - 1)):
        if g[b][a] == ' ' and (a, b) not in d: d[a, b] = d[x, y] + 1; q.append((a, b))
print(d[11, 5], len(d))

# expect: #############
# expect: # #         #
# expect: # ### ##### #
# expect: # #   #   # #
# expect: # # ### # # #
# expect: #   #   #   #
# expect: #############
# expect: 22 35
