def f(x):
    try:
        raise x
    except ValueError, KeyError:
        return 'a'
    except TypeError, IndexError, OSError:
        return 'b'
print(f(ValueError()), f(KeyError()), f(IndexError()), f(OSError()))
try:
    raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
except* ValueError, TypeError:
    print('group')
for s in ['try: pass\nexcept A, B as e: pass', 'try: pass\nexcept* A, B as e: pass']:
    try: compile(s, 's', 'exec')
    except SyntaxError as e: print(e.msg)
# needs: 3.14

# expect: a a b b
# expect: group
# expect: multiple exception types must be parenthesized when using 'as'
# expect: multiple exception types must be parenthesized when using 'as'
