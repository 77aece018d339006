a, b = 3, 4
print(f'{a if a > b else b} {(lambda x: x * 2)(a)} {a and b} {not a} {a < b} {a ** b} {(a, b)} {a, b} {[*range(a)]}')
print(f'{(y := 7)} {y} { {1: 2}[1] } { {1, 2} } {sum(i for i in range(4))} {a!r} {a != b} {a == b}')
print(f'{"a" "b"} {a:{b}} {"%d" % a} {"{}".format(b)} {a}{b} { a } {-a} {~a} {a . real}')
print(f'{await_ if (await_ := 1) else 0}', f'{a:=5}', f'{(a:=5)}', a, f'{"yes" if a == 5 else "no"}')
print(f'{lambda_() if (lambda_ := lambda: "l") else 1}', f'{(lambda: 1)()}', f'{[x for x in "ab"]}', f'{"a" in "abc"}')

# expect: 4 6 4 False True 81 (3, 4) (3, 4) [0, 1, 2]
# expect: 7 7 2 {1, 2} 6 3 True False
# expect: ab    3 3 4 34 3 -3 -4 3
# expect: 1     3 5 5 yes
# expect: l 1 ['a', 'b'] True
