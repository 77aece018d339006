def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: callable(len))
t(lambda: callable(int))
t(lambda: callable(5))
t(lambda: callable(lambda: 0))
t(lambda: callable(type('C', (), {'__call__': 5})()))
t(lambda: chr(97))
t(lambda: ord('a'))
t(lambda: chr(0x1F600))
t(lambda: ord('\n'))
t(lambda: [chr(ord(c) + 1) for c in 'HAL'])
t(lambda: callable())
t(lambda: chr('a'))
t(lambda: chr(-1))
t(lambda: ord('ab'))
t(lambda: ord(1))
t(lambda: ord())

# expect: True
# expect: True
# expect: False
# expect: True
# expect: True
# expect: 'a'
# expect: 97
# expect: '😀'
# expect: 10
# expect: ['I', 'B', 'M']
# expect: TypeError callable() takes exactly one argument (0 given)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError chr() arg not in range(0x110000)
# expect: TypeError ord() expected a character, but string of length 2 found
# expect: TypeError ord() expected string of length 1, but int found
# expect: TypeError ord() takes exactly one argument (0 given)
