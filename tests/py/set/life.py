def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def step(c):
    n = {}
    for x, y in c:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy: n[x + dx, y + dy] = n.get((x + dx, y + dy), 0) + 1
    return {p for p, k in n.items() if k == 3 or k == 2 and p in c}
glider = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}; c = glider
for _ in range(4): c = step(c)
t(lambda: c == {(x + 1, y + 1) for x, y in glider})
t(lambda: sorted(step({(0, 1), (1, 1), (2, 1)})))
t(lambda: step(set()))
t(lambda: step({(0, 0)}))
block = {(0, 0), (0, 1), (1, 0), (1, 1)}
t(lambda: step(block) == block)
t(lambda: len(step(step(glider))))

# expect: True
# expect: [(1, 0), (1, 1), (1, 2)]
# expect: set()
# expect: set()
# expect: True
# expect: 5
