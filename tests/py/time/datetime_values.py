# The classes of datetime over a wide range of values and arguments.
import copy
import pickle
from datetime import *


def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


# timedelta
for args in ({'days': 1.5, 'hours': -3}, {'microseconds': 0.5}, {'microseconds': 1.5}, {'microseconds': -2.5}, {'weeks': 1, 'milliseconds': 1001},
             {'days': -999999999}, {'seconds': 1e-7}, {'days': 999999999, 'hours': 24}, {'days': 10 ** 25}, {'hours': 'x'}, {'foo': 1},
             {'days': float('nan')}, {'days': 1e30}, {'seconds': 0.1 + 0.2, 'days': 1 / 3}):
    t(lambda: repr(timedelta(**args)))
d = timedelta(days=3, seconds=7, microseconds=11)
for f in (lambda: d * 3, lambda: 3 * d, lambda: d * -1.25, lambda: d / 3, lambda: d / 0.7, lambda: d / timedelta(hours=5), lambda: d // 7,
          lambda: d // timedelta(minutes=7), lambda: d % timedelta(minutes=7), lambda: divmod(-d, timedelta(hours=1)), lambda: -d,
          lambda: abs(-d), lambda: d / 0, lambda: d // timedelta(0), lambda: d * 10 ** 20, lambda: d + 1, lambda: 1 / d, lambda: d < 1,
          lambda: d == 1, lambda: (d > -d, d >= d, d != d), lambda: d.total_seconds(), lambda: timedelta.max, lambda: timedelta.min,
          lambda: timedelta.max + timedelta.resolution, lambda: bool(timedelta(0)), lambda: hash(d) == hash((3, 7, 11)),
          lambda: str(timedelta(-1, 5)), lambda: timedelta(1, 2, 3, 4, 5, 6, 7, 8)):
    t(f)

# dates
for f in (lambda: date.fromordinal(1), lambda: date.fromordinal(3652059), lambda: date.fromordinal(0), lambda: date.fromordinal(3652060),
          lambda: date.max.toordinal(), lambda: date.max + timedelta(1), lambda: date.min - timedelta(1), lambda: date(2024, 2, 30).x,
          lambda: [date(y, 1, 1).isocalendar()[:] for y in (2004, 2005, 2009, 2010, 2021)], lambda: date.fromisocalendar(2020, 53, 7),
          lambda: date.fromisocalendar(2021, 53, 1), lambda: date.fromisocalendar(2021, 1, 8), lambda: date.fromisocalendar(0, 1, 1),
          lambda: date.fromisocalendar(9999, 52, 6), lambda: date(1, 1, 1).strftime('%Y %G %F %C %y'), lambda: date(2024, 5, 6).replace(day=31, month=1),
          lambda: date(2024, 5, 6).timetuple()[:], lambda: date(2024, 5, 6).isocalendar(), lambda: date(2024, 5, 6).__replace__(year=3),
          lambda: f'{date(2024, 5, 6)}|{date(2024, 5, 6):%d/%m}', lambda: date(2024, 5, 6) == datetime(2024, 5, 6), lambda: date(2024, 5, 6) < 3,
          lambda: date(2024, 5), lambda: date(1, 2, 3, 4), lambda: date(1, 2, day=3, foo=4), lambda: date('2024', 1, 1), lambda: date(2024.0, 1, 1),
          lambda: date(10 ** 30, 1, 1), lambda: date(2 ** 31, 1, 1), lambda: date(1, 1, 1, year=3)):
    t(f)
seen = set()
for n in range(1, 3652060, 9973):
    x = date.fromordinal(n)
    assert x.toordinal() == n and date(*x.timetuple()[:3]) == x and date.fromisocalendar(*x.isocalendar()) == x and x.isoweekday() == (n - 1) % 7 + 1
    seen.add(x.timetuple().tm_yday)
print(len(seen), max(seen))

# reading
for s in ('2024-03-09', '20240309', '2024-W10-6', '2024W106', '2024W10', '2024-W10', '2024-3-9', '2024-0309', '202403', '2024-W54', '2024-02-30', 'é024-01-01', ''):
    t(lambda: repr(date.fromisoformat(s)))
for s in ('04:23', '042301', '04:23:01.5', '04:23:01,123456789', 'T04', '04:23+05:30', '042301Z', '04:23:01.000001-00:00:00.5', '4:23', '04:23:', 
          '04:23+24:00', '04:2301', '04:23.5', '04:23:01.x'):
    t(lambda: repr(time.fromisoformat(s)))
for s in ('2024-03-09T04:23', '2024-03-09 04:23:01.25Z', '20240309T0423', '2024-W10-6T04', '2024W106 04:23', '2024-W10-04:23', '2024-03-09é04', '2024-03-09T',
          '2024-03-09', '2024-03-09T04:23-0830', '2024-03-09T04:23:61', '2024-03-09T04:23 ', 7):
    t(lambda: repr(datetime.fromisoformat(s)))

# times
a = datetime(2024, 3, 9, 4, 23, 1, 250, timezone(timedelta(hours=5, minutes=30)))
for f in (lambda: a.isoformat(' ', 'milliseconds'), lambda: a.isoformat(timespec='hours'), lambda: a.isoformat('é'), lambda: a.isoformat('ab'),
          lambda: a.isoformat(timespec='days'), lambda: a.utctimetuple()[:], lambda: a.timetz(), lambda: a.time(), lambda: a.strftime('%f %z %:z %Z %% %j'),
          lambda: a.astimezone(timezone.utc), lambda: a.astimezone(5), lambda: a - a.replace(tzinfo=timezone.utc), lambda: a.timestamp(),
          lambda: datetime.combine(a.date(), a.timetz()), lambda: datetime.combine(a, time(1), tzinfo=None), lambda: a.replace(fold=2),
          lambda: datetime(2024, 1, 1, fold=1), lambda: datetime(2024, 1, 1, 0, 0, 0, 0, None, 1), lambda: datetime(1, 1, 1) - timedelta.resolution,
          lambda: datetime.fromtimestamp(1e-6 * 0.5, timezone.utc), lambda: datetime.fromtimestamp(-1.5, timezone.utc), lambda: datetime.fromtimestamp(1 << 80),
          lambda: datetime.fromtimestamp(float('nan')), lambda: datetime.fromtimestamp('x'), lambda: datetime.strptime('2024-03-09 +0100', '%Y-%m-%d %z'),
          lambda: time(1, 2, 3, 4, tzinfo=timezone.utc).isoformat(), lambda: time(5).strftime('%H-%Y'), lambda: time(1) == time(1, tzinfo=timezone.utc),
          lambda: time(1) < time(1, tzinfo=timezone.utc), lambda: time(1, tzinfo=timezone.utc) == time(2, tzinfo=timezone(timedelta(hours=1))),
          lambda: time(23, 59).replace(second=1, fold=1), lambda: (time.min, time.max, time.resolution), lambda: a.ctime(), lambda: a.date() < a.date()):
    t(f)
zones = [timezone.utc, timezone(timedelta(0)), timezone(timedelta(0), 'Z'), timezone(-timedelta(hours=3, seconds=5)), timezone.min, timezone.max,
         timezone(timedelta(microseconds=1))]
print([(str(z), repr(z), z.utcoffset(None), z.dst(None), z.__reduce__()[1]) for z in zones])
for f in (lambda: timezone(timedelta(1)), lambda: timezone(), lambda: timezone(timedelta(0), 3), lambda: timezone.utc.utcoffset(3), lambda: timezone.utc.fromutc(a),
          lambda: tzinfo().utcoffset(None), lambda: UTC is timezone.utc):
    t(f)


class Zone(tzinfo):
    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=1) if dt is not None and 4 <= dt.month < 10 else timedelta(0)

    def tzname(self, dt):
        return 'S%T' if self.dst(dt) else 'W'


class Sub(datetime):
    pass


b = Sub(2024, 7, 1, 12, tzinfo=Zone())
print(b.utcoffset(), b.dst(), b.tzname(), b.timetuple().tm_isdst, b.strftime('%Z %z'), b.astimezone(timezone.utc), b - timedelta(days=150), type(b + timedelta(1)))
print(b.astimezone(timezone.utc).astimezone(b.tzinfo) == b, hash(b) == hash(b.astimezone(timezone.utc)), b.date(), type(b.replace(day=2)))


class Bad(tzinfo):
    def utcoffset(self, dt): return 5
    def dst(self, dt): return timedelta(2)
    def tzname(self, dt): return 3


c = datetime(2024, 1, 1, tzinfo=Bad())
for f in (c.utcoffset, c.dst, c.tzname, c.timetuple, lambda: c == a, lambda: hash(c), lambda: str(c)):
    t(f)
for v in (timedelta(1, 2, 3), date(2024, 5, 6), time(1, 2, 3, 4), time(1, fold=1, tzinfo=timezone.utc), a, datetime(2024, 5, 6, fold=1), timezone.utc,
          timezone(timedelta(hours=2), 'X'), a.isocalendar()):
    print([pickle.loads(pickle.dumps(v, p)) == v for p in range(6)], copy.deepcopy(v) == v, v.__reduce_ex__(4)[1], pickle.dumps(v, 2))
print(datetime.now(timezone.utc).tzinfo, abs(datetime.now() - datetime.today()) < timedelta(minutes=1), date.today() <= date.today(), MINYEAR, MAXYEAR)

# since-3.14: ValueError day is out of range for month => ValueError day 30 must be in range 1..29 for month 2 in year 2024
# since-3.14: ValueError year 10000 is out of range => ValueError year must be in 1..9999, not 10000
# since-3.14: Invalid day: 8 => Invalid weekday: 8
# since-3.14: 1 1 1-01-01 0 01 => 0001 0001 0001-01-01 00 01
# since-3.14: ValueError second must be in 0..59 => ValueError second must be in 0..59, not 61
# since-3.14: ValueError fold must be either 0 or 1 => ValueError fold must be either 0 or 1, not 2
# since-3.14: a unicode character, not str => a unicode character, not a string of length 2
# since-3.14: datetime.timedelta(days=1). => datetime.timedelta(days=1)
# since-3.14: timedelta(hours=24). => timedelta(hours=24), not datetime.timedelta(days=2)

# expect: datetime.timedelta(days=1, seconds=32400)
# expect: datetime.timedelta(0)
# expect: datetime.timedelta(microseconds=2)
# expect: datetime.timedelta(days=-1, seconds=86399, microseconds=999998)
# expect: datetime.timedelta(days=7, seconds=1, microseconds=1000)
# expect: datetime.timedelta(days=-999999999)
# expect: datetime.timedelta(0)
# expect: OverflowError days=1000000000; must have magnitude <= 999999999
# expect: OverflowError Python int too large to convert to C int
# expect: TypeError unsupported type for timedelta hours component: str
# expect: TypeError __new__() got an unexpected keyword argument 'foo'
# expect: ValueError cannot convert float NaN to integer
# expect: OverflowError Python int too large to convert to C int
# expect: datetime.timedelta(seconds=28800, microseconds=300000)
# expect: 9 days, 0:00:21.000033
# expect: 9 days, 0:00:21.000033
# expect: -4 days, 5:59:51.249986
# expect: 1 day, 0:00:02.333337
# expect: 4 days, 6:51:35.714301
# expect: 14.4003888895
# expect: 10:17:09.571430
# expect: 617
# expect: 0:01:07.000011
# expect: (-73, datetime.timedelta(seconds=3592, microseconds=999989))
# expect: -4 days, 23:59:52.999989
# expect: 3 days, 0:00:07.000011
# expect: ZeroDivisionError division by zero
# expect: ZeroDivisionError division by zero
# expect: OverflowError Python int too large to convert to C int
# expect: TypeError unsupported operand type(s) for +: 'datetime.timedelta' and 'int'
# expect: TypeError unsupported operand type(s) for /: 'int' and 'datetime.timedelta'
# expect: TypeError '<' not supported between instances of 'datetime.timedelta' and 'int'
# expect: False
# expect: (True, True, False)
# expect: 259207.000011
# expect: 999999999 days, 23:59:59.999999
# expect: -999999999 days, 0:00:00
# expect: OverflowError days=1000000000; must have magnitude <= 999999999
# expect: False
# expect: True
# expect: -1 day, 0:00:05
# expect: TypeError __new__() takes at most 7 arguments (8 given)
# expect: 0001-01-01
# expect: 9999-12-31
# expect: ValueError ordinal must be >= 1
# expect: ValueError year must be in 1..9999, not 10000
# expect: 3652059
# expect: OverflowError date value out of range
# expect: OverflowError date value out of range
# expect: ValueError day 30 must be in range 1..29 for month 2 in year 2024
# expect: [(2004, 1, 4), (2004, 53, 6), (2009, 1, 4), (2009, 53, 5), (2020, 53, 5)]
# expect: 2021-01-03
# expect: ValueError Invalid week: 53
# expect: ValueError Invalid weekday: 8 (range is [1, 7])
# expect: ValueError Year is out of range: 0
# expect: ValueError year must be in 1..9999, not 10000
# expect: 0001 0001 0001-01-01 00 01
# expect: 2024-01-31
# expect: (2024, 5, 6, 0, 0, 0, 0, 127, -1)
# expect: datetime.IsoCalendarDate(year=2024, week=19, weekday=1)
# expect: 0003-05-06
# expect: 2024-05-06|06/05
# expect: False
# expect: TypeError '<' not supported between instances of 'datetime.date' and 'int'
# expect: TypeError function missing required argument 'day' (pos 3)
# expect: TypeError function takes at most 3 arguments (4 given)
# expect: TypeError function takes at most 3 arguments (4 given)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError 'float' object cannot be interpreted as an integer
# expect: OverflowError Python int too large to convert to C long
# expect: OverflowError signed integer is greater than maximum
# expect: TypeError function takes at most 3 arguments (4 given)
# expect: 306 366
# expect: datetime.date(2024, 3, 9)
# expect: datetime.date(2024, 3, 9)
# expect: datetime.date(2024, 3, 9)
# expect: datetime.date(2024, 3, 9)
# expect: datetime.date(2024, 3, 4)
# expect: datetime.date(2024, 3, 4)
# expect: ValueError Invalid isoformat string: '2024-3-9'
# expect: ValueError Invalid isoformat string: '2024-0309'
# expect: ValueError Invalid isoformat string: '202403'
# expect: ValueError Invalid isoformat string: '2024-W54'
# expect: ValueError day 30 must be in range 1..29 for month 2 in year 2024
# expect: ValueError Invalid isoformat string: 'é024-01-01'
# expect: ValueError Invalid isoformat string: ''
# expect: datetime.time(4, 23)
# expect: datetime.time(4, 23, 1)
# expect: datetime.time(4, 23, 1, 500000)
# expect: datetime.time(4, 23, 1, 123456)
# expect: datetime.time(4, 0)
# expect: datetime.time(4, 23, tzinfo=datetime.timezone(datetime.timedelta(seconds=19800)))
# expect: datetime.time(4, 23, 1, tzinfo=datetime.timezone.utc)
# expect: datetime.time(4, 23, 1, 1, tzinfo=datetime.timezone.utc)
# expect: ValueError Invalid isoformat string: '4:23'
# expect: ValueError Invalid isoformat string: '04:23:'
# expect: ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1)
# expect: ValueError Invalid isoformat string: '04:2301'
# expect: datetime.time(4, 23, 0, 500000)
# expect: ValueError Invalid isoformat string: '04:23:01.x'
# expect: datetime.datetime(2024, 3, 9, 4, 23)
# expect: datetime.datetime(2024, 3, 9, 4, 23, 1, 250000, tzinfo=datetime.timezone.utc)
# expect: datetime.datetime(2024, 3, 9, 4, 23)
# expect: datetime.datetime(2024, 3, 9, 4, 0)
# expect: datetime.datetime(2024, 3, 9, 4, 23)
# expect: datetime.datetime(2024, 3, 4, 4, 23)
# expect: datetime.datetime(2024, 3, 9, 4, 0)
# expect: ValueError Invalid isoformat string: '2024-03-09T'
# expect: datetime.datetime(2024, 3, 9, 0, 0)
# expect: datetime.datetime(2024, 3, 9, 4, 23, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=55800)))
# expect: ValueError second must be in 0..59, not 61
# expect: ValueError Invalid isoformat string: '2024-03-09T04:23 '
# expect: TypeError fromisoformat: argument must be str
# expect: 2024-03-09 04:23:01.000+05:30
# expect: 2024-03-09T04+05:30
# expect: 2024-03-09é04:23:01.000250+05:30
# expect: TypeError isoformat() argument 1 must be a unicode character, not a string of length 2
# expect: ValueError Unknown timespec value
# expect: (2024, 3, 8, 22, 53, 1, 4, 68, 0)
# expect: 04:23:01.000250+05:30
# expect: 04:23:01.000250
# expect: 000250 +0530 +05:30 UTC+05:30 % 069
# expect: 2024-03-08 22:53:01.000250+00:00
# expect: TypeError tzinfo argument must be None or of a tzinfo subclass, not type 'int'
# expect: -1 day, 18:30:00
# expect: 1709938381.00025
# expect: 2024-03-09 04:23:01.000250+05:30
# expect: 2024-03-09 01:00:00
# expect: ValueError fold must be either 0 or 1, not 2
# expect: 2024-01-01 00:00:00
# expect: TypeError function takes at most 8 positional arguments (9 given)
# expect: OverflowError date value out of range
# expect: 1970-01-01 00:00:00+00:00
# expect: 1969-12-31 23:59:58.500000+00:00
# expect: OverflowError timestamp out of range for platform time_t
# expect: ValueError Invalid value NaN (not a number)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: 2024-03-09 00:00:00+01:00
# expect: 01:02:03.000004+00:00
# expect: 05-1900
# expect: False
# expect: TypeError can't compare offset-naive and offset-aware times
# expect: True
# expect: 23:59:01
# expect: (datetime.time(0, 0), datetime.time(23, 59, 59, 999999), datetime.timedelta(microseconds=1))
# expect: Sat Mar  9 04:23:01 2024
# expect: False
# expect: [('UTC', 'datetime.timezone.utc', datetime.timedelta(0), None, (datetime.timedelta(0),)), ('UTC', 'datetime.timezone.utc', datetime.timedelta(0), None, (datetime.timedelta(0),)), ('Z', "datetime.timezone(datetime.timedelta(0), 'Z')", datetime.timedelta(0), None, (datetime.timedelta(0), 'Z')), ('UTC-03:00:05', 'datetime.timezone(datetime.timedelta(days=-1, seconds=75595))', datetime.timedelta(days=-1, seconds=75595), None, (datetime.timedelta(days=-1, seconds=75595),)), ('UTC-23:59', 'datetime.timezone(datetime.timedelta(days=-1, seconds=60))', datetime.timedelta(days=-1, seconds=60), None, (datetime.timedelta(days=-1, seconds=60),)), ('UTC+23:59', 'datetime.timezone(datetime.timedelta(seconds=86340))', datetime.timedelta(seconds=86340), None, (datetime.timedelta(seconds=86340),)), ('UTC+00:00:00.000001', 'datetime.timezone(datetime.timedelta(microseconds=1))', datetime.timedelta(microseconds=1), None, (datetime.timedelta(microseconds=1),))]
# expect: ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=1)
# expect: TypeError timezone() missing required argument 'offset' (pos 1)
# expect: TypeError timezone() argument 2 must be str, not int
# expect: TypeError utcoffset(dt) argument must be a datetime instance or None, not int
# expect: ValueError fromutc: dt.tzinfo is not self
# expect: NotImplementedError a tzinfo subclass must implement utcoffset()
# expect: True
# expect: 2:00:00 1:00:00 S%T 1 S%T +0200 2024-07-01 10:00:00+00:00 2024-02-02 12:00:00+01:00 <class '__main__.Sub'>
# expect: True True 2024-07-01 <class '__main__.Sub'>
# expect: TypeError tzinfo.utcoffset() must return None or timedelta, not 'int'
# expect: ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=2)
# expect: TypeError tzinfo.tzname() must return None or a string, not 'int'
# expect: ValueError offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not datetime.timedelta(days=2)
# expect: TypeError tzinfo.utcoffset() must return None or timedelta, not 'int'
# expect: TypeError tzinfo.utcoffset() must return None or timedelta, not 'int'
# expect: TypeError tzinfo.utcoffset() must return None or timedelta, not 'int'
# expect: [True, True, True, True, True, True] True (1, 2, 3) b'\x80\x02cdatetime\ntimedelta\nq\x00K\x01K\x02K\x03\x87q\x01Rq\x02.'
# expect: [True, True, True, True, True, True] True (b'\x07\xe8\x05\x06',) b'\x80\x02cdatetime\ndate\nq\x00c_codecs\nencode\nq\x01X\x05\x00\x00\x00\x07\xc3\xa8\x05\x06q\x02X\x06\x00\x00\x00latin1q\x03\x86q\x04Rq\x05\x85q\x06Rq\x07.'
# expect: [True, True, True, True, True, True] True (b'\x01\x02\x03\x00\x00\x04',) b'\x80\x02cdatetime\ntime\nq\x00c_codecs\nencode\nq\x01X\x06\x00\x00\x00\x01\x02\x03\x00\x00\x04q\x02X\x06\x00\x00\x00latin1q\x03\x86q\x04Rq\x05\x85q\x06Rq\x07.'
# expect: [True, True, True, True, True, True] True (b'\x81\x00\x00\x00\x00\x00', datetime.timezone.utc) b'\x80\x02cdatetime\ntime\nq\x00c_codecs\nencode\nq\x01X\x06\x00\x00\x00\x01\x00\x00\x00\x00\x00q\x02X\x06\x00\x00\x00latin1q\x03\x86q\x04Rq\x05cdatetime\ntimezone\nq\x06cdatetime\ntimedelta\nq\x07K\x00K\x00K\x00\x87q\x08Rq\t\x85q\nRq\x0b\x86q\x0cRq\r.'
# expect: [True, True, True, True, True, True] True (b'\x07\xe8\x03\t\x04\x17\x01\x00\x00\xfa', datetime.timezone(datetime.timedelta(seconds=19800))) b'\x80\x02cdatetime\ndatetime\nq\x00c_codecs\nencode\nq\x01X\x0c\x00\x00\x00\x07\xc3\xa8\x03\t\x04\x17\x01\x00\x00\xc3\xbaq\x02X\x06\x00\x00\x00latin1q\x03\x86q\x04Rq\x05cdatetime\ntimezone\nq\x06cdatetime\ntimedelta\nq\x07K\x00MXMK\x00\x87q\x08Rq\t\x85q\nRq\x0b\x86q\x0cRq\r.'
# expect: [True, True, True, True, True, True] True (b'\x07\xe8\x85\x06\x00\x00\x00\x00\x00\x00',) b'\x80\x02cdatetime\ndatetime\nq\x00c_codecs\nencode\nq\x01X\x0b\x00\x00\x00\x07\xc3\xa8\x05\x06\x00\x00\x00\x00\x00\x00q\x02X\x06\x00\x00\x00latin1q\x03\x86q\x04Rq\x05\x85q\x06Rq\x07.'
# expect: [True, True, True, True, True, True] True (datetime.timedelta(0),) b'\x80\x02cdatetime\ntimezone\nq\x00cdatetime\ntimedelta\nq\x01K\x00K\x00K\x00\x87q\x02Rq\x03\x85q\x04Rq\x05.'
# expect: [True, True, True, True, True, True] True (datetime.timedelta(seconds=7200), 'X') b'\x80\x02cdatetime\ntimezone\nq\x00cdatetime\ntimedelta\nq\x01K\x00M \x1cK\x00\x87q\x02Rq\x03X\x01\x00\x00\x00Xq\x04\x86q\x05Rq\x06.'
# expect: [True, True, True, True, True, True] True ((2024, 10, 6),) b'\x80\x02c__builtin__\ntuple\nq\x00M\xe8\x07K\nK\x06\x87q\x01\x85q\x02Rq\x03.'
# expect: UTC True True 1 9999
