def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: 'a' + 'b')
t(lambda: 'a' * 3)
t(lambda: 3 * 'a')
t(lambda: 'a' * 0)
t(lambda: 'a' * -1)
t(lambda: '' * 5)
t(lambda: 'é' * 2)
t(lambda: 'ab' * True)
t(lambda: 'a' + 1)
t(lambda: 'a' + b'b')
t(lambda: 'a' * 1.5)
t(lambda: 'a' * 'b')
t(lambda: 'a' * 10 ** 20)
t(lambda: 1 + 'a')
t(lambda: 'a' + None)
t(lambda: len('ab' * 1000))
t(lambda: ('x' * 70000)[69999])
t(lambda: ('é日' * 3)[-1])

# expect: 'ab'
# expect: 'aaa'
# expect: 'aaa'
# expect: ''
# expect: ''
# expect: ''
# expect: 'éé'
# expect: 'ab'
# expect: TypeError can only concatenate str (not "int") to str
# expect: TypeError can only concatenate str (not "bytes") to str
# expect: TypeError can't multiply sequence by non-int of type 'float'
# expect: TypeError can't multiply sequence by non-int of type 'str'
# expect: OverflowError cannot fit 'int' into an index-sized integer
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
# expect: TypeError can only concatenate str (not "NoneType") to str
# expect: 2000
# expect: 'x'
# expect: '日'
