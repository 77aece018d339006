def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def esc(c, n=30):
    z = 0j
    for i in range(n):
        z = z * z + c
        if abs(z) > 2: return i
    return n
for y in range(-6, 7, 2): print(''.join('#' if esc(complex(x / 10, y / 6)) == 30 else '.' if esc(complex(x / 10, y / 6)) > 3 else '-' for x in range(-22, 8)))
def dft(x): return [sum(v * (lambda t: complex(__import__('math').cos(t), __import__('math').sin(t)))(-2 * 3.141592653589793 * k * i / len(x)) for i, v in enumerate(x)) for k in range(len(x))]
t(lambda: [complex(round(c.real, 6) + 0.0, round(c.imag, 6) + 0.0) for c in dft([1, 2, 3, 4])])

# expect: -------------------...#-------
# expect: --------------.....#.#.....---
# expect: --------........###########.--
# expect: --#######################...--
# expect: --------........###########.--
# expect: --------------.....#.#.....---
# expect: -------------------...#-------
# expect: [(10+0j), (-2+2j), (-2+0j), (-2-2j)]
