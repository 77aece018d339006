from functools import cache
W = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]
def win(b): return next((b[x] for x, y, z in W if b[x] != '.' and b[x] == b[y] == b[z]), None)
@cache
def best(b, p):
    if w := win(b): return (1 if w == 'X' else -1), None
    if '.' not in b: return 0, None
    moves = [(best(b[:i] + p + b[i + 1:], 'O' if p == 'X' else 'X')[0], i) for i in range(9) if b[i] == '.']
    return max(moves, key=lambda m: m[0]) if p == 'X' else min(moves, key=lambda m: m[0])
b, p, log = '.' * 9, 'X', []
while not win(b) and '.' in b: s, m = best(b, p); b = b[:m] + p + b[m + 1:]; log.append(m); p = 'O' if p == 'X' else 'X'
print(log, b, win(b), best.cache_info().currsize, best('XX.OO....', 'X'), best('XX.OO....', 'O'))

# expect: [0, 4, 1, 2, 6, 3, 5, 7, 8] XXOOOXXOX None 5478 (1, 2) (-1, 2)
