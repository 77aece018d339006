import calendar
print(calendar.month(2024, 2))
print(calendar.TextCalendar(6).formatmonth(2023, 10, 3, 1))
print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.leapdays(1900, 2000))
print(calendar.weekday(2000, 1, 1))
print(list(calendar.Calendar(2).iterweekdays()))
print(calendar.monthcalendar(2021, 5))
print([d.isoformat() for d in calendar.Calendar().itermonthdates(2021, 2)][:3])
print(list(calendar.Calendar().itermonthdays2(2021, 2))[:8])
print(list(calendar.Calendar().itermonthdays4(2021, 2))[:2])
print(calendar.HTMLCalendar().formatmonth(2022, 1)[:200])
print(calendar.calendar(2021, m=4)[:700])
try:
    calendar.monthrange(2021, 13)
except Exception as e:
    print(type(e).__name__, e)
print(calendar.timegm((2020, 1, 1, 0, 0, 0)), calendar.day_name[0], list(calendar.month_abbr)[:4])
print(calendar.MONDAY == 0)
try:
    calendar.setfirstweekday(9)
except Exception as e:
    print(type(e).__name__, e)

# expect:    February 2024
# expect: Mo Tu We Th Fr Sa Su
# expect:           1  2  3  4
# expect:  5  6  7  8  9 10 11
# expect: 12 13 14 15 16 17 18
# expect: 19 20 21 22 23 24 25
# expect: 26 27 28 29
# expect:
# expect:         October 2023
# expect: Sun Mon Tue Wed Thu Fri Sat
# expect:   1   2   3   4   5   6   7
# expect:   8   9  10  11  12  13  14
# expect:  15  16  17  18  19  20  21
# expect:  22  23  24  25  26  27  28
# expect:  29  30  31
# expect:
# expect: (3, 29) False 24
# expect: 5
# expect: [2, 3, 4, 5, 6, 0, 1]
# expect: [[0, 0, 0, 0, 0, 1, 2], [3, 4, 5, 6, 7, 8, 9], [10, 11, 12, 13, 14, 15, 16], [17, 18, 19, 20, 21, 22, 23], [24, 25, 26, 27, 28, 29, 30], [31, 0, 0, 0, 0, 0, 0]]
# expect: ['2021-02-01', '2021-02-02', '2021-02-03']
# expect: [(1, 0), (2, 1), (3, 2), (4, 3), (5, 4), (6, 5), (7, 6), (8, 0)]
# expect: [(2021, 2, 1, 0), (2021, 2, 2, 1)]
# expect: <table border="0" cellpadding="0" cellspacing="0" class="month">
# expect: <tr><th colspan="7" class="month">January 2022</th></tr>
# expect: <tr><th class="mon">Mon</th><th class="tue">Tue</th><th class="wed">Wed</th><t
# expect:                                                2021
# expect:
# expect:       January                   February                   March                     April
# expect: Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su
# expect:              1  2  3       1  2  3  4  5  6  7       1  2  3  4  5  6  7                1  2  3  4
# expect:  4  5  6  7  8  9 10       8  9 10 11 12 13 14       8  9 10 11 12 13 14       5  6  7  8  9 10 11
# expect: 11 12 13 14 15 16 17      15 16 17 18 19 20 21      15 16 17 18 19 20 21      12 13 14 15 16 17 18
# expect: 18 19 20 21 22 23 24      22 23 24 25 26 27 28      22 23 24 25 26 27 28      19 20 21 22 23 24 25
# expect: 25 26 27 28 29 30 31                                29 30 31 
# expect: IllegalMonthError bad month number 13; must be 1-12
# expect: 1577836800 Monday ['', 'Jan', 'Feb', 'Mar']
# expect: True
# expect: IllegalWeekdayError bad weekday number 9; must be 0 (Monday) to 6 (Sunday)
# lib: -3.12
