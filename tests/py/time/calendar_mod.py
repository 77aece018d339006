def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import calendar
t(lambda: tuple(int(n) for n in calendar.monthrange(2024, 2)))
t(lambda: calendar.isleap(1900))
t(lambda: calendar.leapdays(2000, 2025))
t(lambda: int(calendar.weekday(2024, 1, 1)))
t(lambda: calendar.month_name[3])
t(lambda: calendar.day_abbr[0])
t(lambda: calendar.timegm((1970, 1, 2, 0, 0, 0)))
t(lambda: calendar.monthcalendar(2024, 2)[0])
t(lambda: calendar.TextCalendar().formatmonth(2024, 2))
t(lambda: calendar.monthrange(2024, 13))

# expect: (3, 29)
# expect: False
# expect: 7
# expect: 0
# expect: 'March'
# expect: 'Mon'
# expect: 86400
# expect: [0, 0, 0, 1, 2, 3, 4]
# expect: '   February 2024\nMo Tu We Th Fr Sa Su\n          1  2  3  4\n 5  6  7  8  9 10 11\n12 13 14 15 16 17 18\n19 20 21 22 23 24 25\n26 27 28 29\n'
# expect: IllegalMonthError bad month number 13; must be 1-12
