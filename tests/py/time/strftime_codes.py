def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import time
g = time.gmtime(1700000000)
for c in 'aAbBdHIjmMpSUwWyYZ%': print(c, time.strftime('%' + c, g))
t(lambda: time.strftime('', g))
t(lambda: time.strftime('%d/%m', g))
t(lambda: time.mktime(time.localtime(1700000000)) == 1700000000.0)

# expect: a Tue
# expect: A Tuesday
# expect: b Nov
# expect: B November
# expect: d 14
# expect: H 22
# expect: I 10
# expect: j 318
# expect: m 11
# expect: M 13
# expect: p PM
# expect: S 20
# expect: U 46
# expect: w 2
# expect: W 46
# expect: y 23
# expect: Y 2023
# expect: Z GMT
# expect: % %
# expect: ''
# expect: '14/11'
# expect: True
