def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: print(input()))
t(lambda: print(input('prompt> ')))
t(lambda: [input() for _ in range(2)])
t(lambda: int(input()) + 1)
t(lambda: input())
t(lambda: input(1, 2))
# stdin: first
# stdin: second line
# stdin: a
# stdin: b
# stdin: 41

# expect: first
# expect: None
# expect: prompt> second line
# expect: None
# expect: ['a', 'b']
# expect: 42
# expect: EOFError EOF when reading a line
# expect: TypeError input expected at most 1 argument, got 2
