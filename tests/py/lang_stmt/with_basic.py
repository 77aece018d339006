class CM:
    def __init__(s, n, swallow=False): s.n, s.sw = n, swallow
    def __enter__(s): print('enter', s.n); return s.n
    def __exit__(s, t, v, tb):
        print('exit', s.n, t and t.__name__, v, tb is not None)
        return s.sw
with CM(1) as x: print('body', x)
with CM(2), CM(3) as y: print(y)
with (CM(4) as a, CM(5) as b,): print(a, b)
with CM(6, True): raise ValueError('swallowed')
try:
    with CM(7): raise KeyError('k')
except KeyError as e: print('caught', e)
with CM(8, True), CM(9): 1 / 0
for i in range(3):
    with CM(i):
        if i == 0: continue
        break
def f():
    with CM('ret'): return 'value'
print(f())
with CM((1, 2)) as (p, q): print(p, q)
l = [0]
with CM(5) as l[0]: print(l)

# expect: enter 1
# expect: body 1
# expect: exit 1 None None False
# expect: enter 2
# expect: enter 3
# expect: 3
# expect: exit 3 None None False
# expect: exit 2 None None False
# expect: enter 4
# expect: enter 5
# expect: 4 5
# expect: exit 5 None None False
# expect: exit 4 None None False
# expect: enter 6
# expect: exit 6 ValueError swallowed True
# expect: enter 7
# expect: exit 7 KeyError 'k' True
# expect: caught 'k'
# expect: enter 8
# expect: enter 9
# expect: exit 9 ZeroDivisionError division by zero True
# expect: exit 8 ZeroDivisionError division by zero True
# expect: enter 0
# expect: exit 0 None None False
# expect: enter 1
# expect: exit 1 None None False
# expect: enter ret
# expect: exit ret None None False
# expect: value
# expect: enter (1, 2)
# expect: 1 2
# expect: exit (1, 2) None None False
# expect: enter 5
# expect: [5]
# expect: exit 5 None None False
