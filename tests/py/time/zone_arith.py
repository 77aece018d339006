def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from datetime import *
est, utc = timezone(timedelta(hours=-5), 'EST'), timezone.utc
a = datetime(2024, 1, 1, 12, tzinfo=est)
t(lambda: a)
t(lambda: a.astimezone(utc))
t(lambda: a.utcoffset())
t(lambda: a.tzname())
t(lambda: a == datetime(2024, 1, 1, 17, tzinfo=utc))
t(lambda: a.timestamp())
t(lambda: (a - datetime(2024, 1, 1, tzinfo=utc)).total_seconds())
t(lambda: a.isoformat())
t(lambda: a.replace(tzinfo=None))
t(lambda: datetime(1970, 1, 1, tzinfo=utc).timestamp())
t(lambda: sorted([a, datetime(2024, 1, 1, 13, tzinfo=utc)])[0].hour)
t(lambda: a.strftime('%z %Z'))
t(lambda: hash(a) == hash(a.astimezone(utc)))
t(lambda: date(2024, 1, 31) + timedelta(30))
t(lambda: [str(date(2024, 1, 1) + timedelta(weeks=i)) for i in range(3)])
t(lambda: timezone(5))
t(lambda: timezone(timedelta(hours=25)))
t(lambda: a < datetime(2024, 1, 1))
t(lambda: a == datetime(2024, 1, 1))

# since-3.14: datetime.timedelta(days=1, seconds=3600). => datetime.timedelta(days=1, seconds=3600)

# expect: datetime.datetime(2024, 1, 1, 12, 0, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=68400), 'EST'))
# expect: datetime.datetime(2024, 1, 1, 17, 0, tzinfo=datetime.timezone.utc)
# expect: datetime.timedelta(days=-1, seconds=68400)
# expect: 'EST'
# expect: True
# expect: 1704128400.0
# expect: 61200.0
# expect: '2024-01-01T12:00:00-05:00'
# expect: datetime.datetime(2024, 1, 1, 12, 0)
# expect: 0.0
# expect: 13
# expect: '-0500 EST'
# expect: True
# expect: datetime.date(2024, 3, 1)
# expect: ['2024-01-01', '2024-01-08', '2024-01-15']
# expect: TypeError timezone() argument 1 must be datetime.timedelta, not int
# expect: ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1, seconds=3600)
# expect: TypeError can't compare offset-naive and offset-aware datetimes
# expect: False
