if (n := len('hello')) > 3: print(n)
print((a := 1) + (b := 2), a, b)
data = [1, 5, 3]
print([m for d in data if (m := d * 2) > 4], m)
i = 0
while (i := i + 1) < 4: print(i, end=' ')
print()
def f():
    total = 0
    [total := total + v for v in range(5)]
    return total
print(f())
print(any((w := x) > 1 for x in [0, 2, 3]), w)
def g(x=(q := 7)): return x
print(g(), q)
print((y := 3, 4), y, (z := (1, 2)), z)
print(f'{(k := 5)}', k, {(s := 'a'): 1}, s)
lst = [v := 1, v + 1, v ** 2]
print(lst)
def h():
    global G
    [G := j for j in range(3)]
h(); print(G)

# expect: 5
# expect: 3 1 2
# expect: [10, 6] 6
# expect: 1 2 3 
# expect: 10
# expect: True 2
# expect: 7 7
# expect: (3, 4) 3 (1, 2) (1, 2)
# expect: 5 5 {'a': 1} a
# expect: [1, 2, 1]
# expect: 2
