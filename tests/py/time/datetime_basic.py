def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from datetime import datetime, date, timedelta, time, timezone
d = datetime(2024, 2, 29, 13, 5, 9, 123456)
t(lambda: d)
t(lambda: str(d))
t(lambda: d.isoformat())
t(lambda: d.date())
t(lambda: d.time())
t(lambda: d + timedelta(days=1))
t(lambda: d - datetime(2024, 1, 1))
t(lambda: d.weekday())
t(lambda: d.isocalendar())
t(lambda: d.strftime('%d %b %Y %I:%M %p'))
t(lambda: d.replace(year=2023, day=1))
t(lambda: date(2024, 3, 1) - date(2024, 2, 28))
t(lambda: datetime.fromisoformat('2024-01-02T03:04:05+02:00'))
t(lambda: datetime.strptime('03/04/2024', '%d/%m/%Y'))
t(lambda: date.fromordinal(738000))
t(lambda: d.timetuple().tm_yday)
t(lambda: d > datetime(2024, 1, 1))
t(lambda: timedelta(hours=25))
t(lambda: timedelta(-1))
t(lambda: timedelta(1.5).total_seconds())
t(lambda: timedelta(days=1) // 3)
t(lambda: timedelta(1) / timedelta(hours=6))
t(lambda: datetime(2024, 1, 1, tzinfo=timezone.utc).isoformat())
t(lambda: timezone(timedelta(hours=-5)))
t(lambda: date.min)
t(lambda: datetime.max.year)
t(lambda: time(12, 30) < time(13))
t(lambda: repr(timedelta(1, 2, 3)))
t(lambda: abs(timedelta(-1)))
t(lambda: datetime.fromtimestamp(0, timezone.utc))
t(lambda: hash(d) == hash(d.replace()))
t(lambda: d.ctime())
t(lambda: date(2024, 12, 30).isocalendar()[1])
t(lambda: f'{d:%H}')
t(lambda: datetime(2023, 2, 29))
t(lambda: date(0, 1, 1))
t(lambda: datetime(2024, 13, 1))
t(lambda: d - 5)
t(lambda: d < date(2024, 1, 1))
t(lambda: d - datetime(2024, 1, 1, tzinfo=timezone.utc))
t(lambda: datetime.fromisoformat('x'))
t(lambda: datetime.strptime('a', '%Y'))
t(lambda: timedelta(10 ** 10))
t(lambda: timedelta('a'))
t(lambda: date(2024))

# since-3.14: ValueError day is out of range for month => ValueError day 29 must be in range 1..28 for month 2 in year 2023
# since-3.14: ValueError year 0 is out of range => ValueError year must be in 1..9999, not 0
# since-3.14: ValueError month must be in 1..12 => ValueError month must be in 1..12, not 13

# expect: datetime.datetime(2024, 2, 29, 13, 5, 9, 123456)
# expect: '2024-02-29 13:05:09.123456'
# expect: '2024-02-29T13:05:09.123456'
# expect: datetime.date(2024, 2, 29)
# expect: datetime.time(13, 5, 9, 123456)
# expect: datetime.datetime(2024, 3, 1, 13, 5, 9, 123456)
# expect: datetime.timedelta(days=59, seconds=47109, microseconds=123456)
# expect: 3
# expect: datetime.IsoCalendarDate(year=2024, week=9, weekday=4)
# expect: '29 Feb 2024 01:05 PM'
# expect: datetime.datetime(2023, 2, 1, 13, 5, 9, 123456)
# expect: datetime.timedelta(days=2)
# expect: datetime.datetime(2024, 1, 2, 3, 4, 5, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))
# expect: datetime.datetime(2024, 4, 3, 0, 0)
# expect: datetime.date(2021, 7, 29)
# expect: 60
# expect: True
# expect: datetime.timedelta(days=1, seconds=3600)
# expect: datetime.timedelta(days=-1)
# expect: 129600.0
# expect: datetime.timedelta(seconds=28800)
# expect: 4.0
# expect: '2024-01-01T00:00:00+00:00'
# expect: datetime.timezone(datetime.timedelta(days=-1, seconds=68400))
# expect: datetime.date(1, 1, 1)
# expect: 9999
# expect: True
# expect: 'datetime.timedelta(days=1, seconds=2, microseconds=3)'
# expect: datetime.timedelta(days=1)
# expect: datetime.datetime(1970, 1, 1, 0, 0, tzinfo=datetime.timezone.utc)
# expect: True
# expect: 'Thu Feb 29 13:05:09 2024'
# expect: 1
# expect: '13'
# expect: ValueError day 29 must be in range 1..28 for month 2 in year 2023
# expect: ValueError year must be in 1..9999, not 0
# expect: ValueError month must be in 1..12, not 13
# expect: TypeError unsupported operand type(s) for -: 'datetime.datetime' and 'int'
# expect: TypeError '<' not supported between instances of 'datetime.datetime' and 'datetime.date'
# expect: TypeError can't subtract offset-naive and offset-aware datetimes
# expect: ValueError Invalid isoformat string: 'x'
# expect: ValueError time data 'a' does not match format '%Y'
# expect: OverflowError Python int too large to convert to C int
# expect: TypeError unsupported type for timedelta days component: str
# expect: TypeError function missing required argument 'month' (pos 2)
