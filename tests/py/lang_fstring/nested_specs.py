w, p, v = 10, 3, 3.14159
print(f'{v:{w}.{p}f}|{v:<{w}}|{v:{"^"}{w}}|{"s":{"*"}>{w}}|{v:{w}.{p}{"e"}}|{5:0{w}d}')
spec = '>8'
print(f'{"ab":{spec}}|{"ab":{spec!s}}|{42:{"#x"}}|{42:{"#"}{"b"}}|')
class F:
    def __format__(s, spec): return f'[{spec}]'
print(f'{F()} {F():} {F():abc} {F():{w}} {F():a{w}b{p}c} {F():{{}}}' if 0 else f'{F()} {F():} {F():abc} {F():{w}} {F():a{w}b{p}c}')
print(f'{F():%Y-%m-%d} {F():!r} {F()!s:.3}'.replace('<__', '..')[:30])

# expect:      3.142|3.14159   | 3.14159  |*********s| 3.142e+00|0000000005
# expect:       ab|      ab|0x2a|0b101010|
# expect: [] [] [abc] [10] [a10b3c]
# expect: [%Y-%m-%d] [!r] ..
