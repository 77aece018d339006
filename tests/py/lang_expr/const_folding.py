def f(): return 2 * 3 + 4
print(f(), f.__code__.co_consts != ())
def g(): return 'a' * 5, 1 << 8, (1, 2) + (3,), 10 ** 3, 'ab'[1], not 5
print(g())
def h():
    if 0: return 'no'
    while False: return 'no'
    if not __debug__: return 'no'
    return 'yes'
print(h())
def e():
    return 1 / 0
try: e()
except ZeroDivisionError as x: print(x)
def big(): return 2 ** 1000 % 7, -1 ** 2, 1 - 1 and 5
print(big())
try: eval("'a' * -1 + 1")
except TypeError as x: print(x)
print(1.0 is 1.0 or True, -0.0, 0.0, (0.0, -0.0), [0, 0.0, False, -0.0])
def z(): return 0.0, -0.0, 0, False, 0j
print(z())

# expect: 10 True
# expect: ('aaaaa', 256, (1, 2, 3), 1000, 'b', False)
# expect: yes
# expect: division by zero
# expect: (2, -1, 0)
# expect: can only concatenate str (not "int") to str
# expect: True -0.0 0.0 (0.0, -0.0) [0, 0.0, False, -0.0]
# expect: (0.0, -0.0, 0, False, 0j)
