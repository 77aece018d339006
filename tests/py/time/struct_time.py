def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import time
g = time.gmtime(0)
t(lambda: g)
t(lambda: g.tm_year)
t(lambda: g[0])
t(lambda: tuple(g))
t(lambda: time.strftime('%Y-%m-%d %H:%M:%S', g))
t(lambda: time.asctime(g))
t(lambda: time.gmtime(86400 * 365.25)[:3])
t(lambda: time.strptime('2024-02-29', '%Y-%m-%d')[:3])
t(lambda: time.strptime('12:30 PM', '%I:%M %p').tm_hour)
t(lambda: len(g))
t(lambda: g.tm_wday)
t(lambda: g.tm_yday)
t(lambda: time.struct_time((2020, 1, 2, 3, 4, 5, 6, 7, 0)).tm_min)
t(lambda: time.strptime('x', '%Y'))
t(lambda: time.strftime(5))
t(lambda: time.gmtime('a'))
t(lambda: time.struct_time((1, 2)))
t(lambda: time.strptime('2023-02-30', '%Y-%m-%d'))
t(lambda: time.asctime((1,)))

# since-3.14: ValueError day is out of range for month => ValueError day 30 must be in range 1..28 for month 2 in year 2023

# expect: time.struct_time(tm_year=1970, tm_mon=1, tm_mday=1, tm_hour=0, tm_min=0, tm_sec=0, tm_wday=3, tm_yday=1, tm_isdst=0)
# expect: 1970
# expect: 1970
# expect: (1970, 1, 1, 0, 0, 0, 3, 1, 0)
# expect: '1970-01-01 00:00:00'
# expect: 'Thu Jan  1 00:00:00 1970'
# expect: (1971, 1, 1)
# expect: (2024, 2, 29)
# expect: 12
# expect: 9
# expect: 3
# expect: 1
# expect: 4
# expect: ValueError time data 'x' does not match format '%Y'
# expect: TypeError strftime() argument 1 must be str, not int
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError time.struct_time() takes an at least 9-sequence (2-sequence given)
# expect: ValueError day 30 must be in range 1..28 for month 2 in year 2023
# expect: TypeError asctime(): illegal time tuple argument
