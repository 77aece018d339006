# zoneinfo: what zones answer, caches, subclasses, pickling, files made by hand, rules, and what is refused.
import copy, datetime as d, gc, io, pickle, struct, zoneinfo
from zoneinfo import ZoneInfo

def attempt(f, *args, **kwargs):
    try:
        print(repr(f(*args, **kwargs)))
    except Exception as e:
        print(type(e).__name__, e)

def tzif(tz, types=((-18000, 0, 0),), names=b"EST\0", transitions=()):
    head = lambda: b"TZif2" + bytes(15) + struct.pack(">6l", 0, 0, 0, len(transitions), len(types), len(names))
    def body(code):
        return (b"".join(struct.pack(">" + code, t) for t, i in transitions) + bytes(i for t, i in transitions) +
                b"".join(struct.pack(">lbB", *t) for t in types) + names)
    return io.BytesIO(head() + body("l") + head() + body("q") + b"\n" + tz + b"\n")

z = ZoneInfo("Europe/Berlin")
print(repr(z), z, z.key, type(z).__module__, type(z).__qualname__)
print(z is ZoneInfo("Europe/Berlin"), z is ZoneInfo(key="Europe/Berlin"), z is ZoneInfo.no_cache("Europe/Berlin"))
for args, fold in (((2026, 7, 1), 0), ((2026, 1, 1), 0), ((2026, 10, 25, 2, 30), 0), ((2026, 10, 25, 2, 30), 1), ((2026, 3, 29, 2, 30), 0),
                   ((2026, 3, 29, 2, 30), 1), ((1800, 1, 1), 0), ((1945, 5, 24, 2), 0), ((9999, 12, 31, 23), 0)):
    t = d.datetime(*args, tzinfo=z, fold=fold)
    print(t, t.tzname(), t.dst(), t.timestamp())
for args in (2026, 10, 25, 0, 30), (2026, 10, 25, 1, 30), (2070, 10, 26, 0, 59), (2070, 10, 26, 1), (1990, 1, 1), (1700, 1, 1):
    t = d.datetime(*args, tzinfo=d.timezone.utc).astimezone(z)
    print(t, t.fold)
print(z.utcoffset(None), z.dst(None), z.tzname(None), d.time(3, tzinfo=z), d.time(3, tzinfo=ZoneInfo("UTC")))

# Caches
attempt(ZoneInfo.clear_cache, only_keys="Europe/Berlin")
attempt(ZoneInfo.clear_cache, only_keys=["Europe/Berlin"])
print(z is ZoneInfo("Europe/Berlin"))
z = ZoneInfo("Europe/Berlin")
ZoneInfo.clear_cache()
print(z is ZoneInfo("Europe/Berlin"))
class Mine(ZoneInfo):
    def __init__(self, key, **kwargs):
        self.note = "noted"
    @classmethod
    def no_cache(cls, *args):
        return super().no_cache(*args)
m = Mine("Asia/Tokyo")
print(repr(m), m.note, m is Mine("Asia/Tokyo"), m is ZoneInfo("Asia/Tokyo"), isinstance(Mine.no_cache("Asia/Tokyo"), Mine))
Mine.clear_cache(only_keys=("Asia/Tokyo",))
print(m is Mine("Asia/Tokyo"), Mine("Asia/Tokyo").utcoffset(d.datetime(2000, 1, 1)))
class Sub(d.datetime):
    pass
print(type(Sub(2026, 10, 25, 1, 30, tzinfo=d.timezone.utc).astimezone(z)).__name__, Sub(2026, 10, 25, 1, 30, tzinfo=d.timezone.utc).astimezone(z).fold)

# Pickling
print(pickle.loads(pickle.dumps(z)) is ZoneInfo("Europe/Berlin"), copy.copy(ZoneInfo("UTC")) is ZoneInfo("UTC"))
n = ZoneInfo.no_cache("UTC")
p = pickle.loads(pickle.dumps(n))
print(p is n, p.key, n.__reduce__()[1], ZoneInfo("UTC").__reduce__()[1])
f = ZoneInfo.from_file(tzif(b"EST5"))
attempt(pickle.dumps, f)
attempt(lambda: repr(f).startswith("zoneinfo.ZoneInfo.from_file(<_io.BytesIO object at ") and str(f) == repr(f))
print(f.key, f.tzname(None), f.utcoffset(None), ZoneInfo.from_file(tzif(b"EST5"), key="A/B"), repr(ZoneInfo.from_file(tzif(b"EST5"), "A/B")))

# Rules
def rule(text, *days):
    r = ZoneInfo.from_file(tzif(text), key="x")
    print(text.decode(), *(d.datetime(*day, tzinfo=r).strftime("%d.%m.%H:%M=%Z%z") for day in days))
rule(b"EST5EDT,M3.2.0/4:00,M11.1.0/3:00", (2019, 3, 10, 3, 59), (2019, 3, 10, 4), (2019, 11, 3, 2), (2019, 11, 3, 3))
rule(b"<+0330>-3:30<+0430>,J79/24,J263/24", (2020, 3, 20, 12), (2020, 3, 22), (2020, 9, 20), (2020, 9, 22))
rule(b"IST-1GMT0,M10.5.0,M3.5.0/1", (2020, 1, 1), (2020, 7, 1), (2020, 10, 25, 1, 30), (2020, 10, 25, 2))
rule(b"AAA-5:59:59BBB-12,59/0,100/-1", (2019, 2, 27), (2019, 2, 28), (2019, 3, 1), (2020, 4, 8, 22), (2020, 4, 10))
rule(b"EST5EDT,0/0,J365/25", (2019, 1, 1), (2019, 7, 1), (2019, 12, 31, 23, 59))
for text in (b"+11", b"GMT,M3.2.0/2,M11.1.0/3", b"PST8PDT", b"PST8PDT,M3.2.0/2", b"AAA4BBB,M10.4.3,M0.1.1", b"AAA4BBB,M1.443.43.43,M3", b"AAA4BBB,J0,J365",
             b"AAA4BBB,0,366", b"AAA4BBB,M1.1.7,J1", b"EST5EDT,M3.2.0,M11.1.0,X", b"EST25", b"EST24", b"<+3", b"A!B5", b"EST5EDT,M3.2.0/x,J1"):
    try:
        ZoneInfo.from_file(tzif(text))
        print(text, "taken")
    except ValueError:
        print(text, "ValueError")
types = ((3600, 0, 0), (7200, 1, 4))
two = ZoneInfo.from_file(tzif(b"", types, b"STD\0DST\0", ((0, 1), (10_000_000, 0), (20_000_000, 1))), key="two")
print([(x.tzname(), x.dst(), x.utcoffset()) for t in (-5, 5, 10_000_005, 20_000_005) for x in [d.datetime.fromtimestamp(t, two)]])

# What is refused
attempt(ZoneInfo)
attempt(ZoneInfo, "UTC", "UTC")
attempt(ZoneInfo, "No/Such_Zone")
attempt(ZoneInfo, "../etc/passwd")
attempt(ZoneInfo, name="UTC")
attempt(z.fromutc, 1)
attempt(z.fromutc, d.datetime(2000, 1, 1))
attempt(z.utcoffset, 5)
attempt(setattr, z, "key", 1)
attempt(setattr, ZoneInfo, "x", 1)
attempt(ZoneInfo.from_file, io.BytesIO(b"nothing"))
attempt(d.datetime(9999, 12, 31, 23, 30, tzinfo=d.timezone.utc).astimezone, z)
# expect: zoneinfo.ZoneInfo(key='Europe/Berlin') Europe/Berlin Europe/Berlin zoneinfo ZoneInfo
# expect: True True False
# expect: 2026-07-01 00:00:00+02:00 CEST 1:00:00 1782856800.0
# expect: 2026-01-01 00:00:00+01:00 CET 0:00:00 1767222000.0
# expect: 2026-10-25 02:30:00+02:00 CEST 1:00:00 1792888200.0
# expect: 2026-10-25 02:30:00+01:00 CET 0:00:00 1792891800.0
# expect: 2026-03-29 02:30:00+01:00 CET 0:00:00 1774747800.0
# expect: 2026-03-29 02:30:00+02:00 CEST 1:00:00 1774744200.0
# expect: 1800-01-01 00:00:00+00:53:28 LMT 0:00:00 -5364665608.0
# expect: 1945-05-24 02:00:00+02:00 CEST 1:00:00 -776563200.0
# expect: 9999-12-31 23:00:00+01:00 CET 0:00:00 253402293600.0
# expect: 2026-10-25 02:30:00+02:00 0
# expect: 2026-10-25 02:30:00+01:00 1
# expect: 2070-10-26 02:59:00+02:00 0
# expect: 2070-10-26 02:00:00+01:00 1
# expect: 1990-01-01 01:00:00+01:00 0
# expect: 1700-01-01 00:53:28+00:53:28 0
# expect: None None None 03:00:00 03:00:00+00:00
# expect: None
# expect: None
# expect: False
# expect: False
# expect: Mine(key='Asia/Tokyo') noted True False True
# expect: False 9:00:00
# expect: Sub 1
# expect: True True
# expect: False UTC ('UTC', 0) ('UTC', 1)
# expect: PicklingError Cannot pickle a ZoneInfo file from a file stream.
# expect: True
# expect: None EST -1 day, 19:00:00 A/B zoneinfo.ZoneInfo(key='A/B')
# expect: EST5EDT,M3.2.0/4:00,M11.1.0/3:00 10.03.03:59=EST-0500 10.03.04:00=EST-0500 03.11.02:00=EDT-0400 03.11.03:00=EST-0500
# expect: <+0330>-3:30<+0430>,J79/24,J263/24 20.03.12:00=+0330+0330 22.03.00:00=+0430+0430 20.09.00:00=+0430+0430 22.09.00:00=+0330+0330
# expect: IST-1GMT0,M10.5.0,M3.5.0/1 01.01.00:00=GMT+0000 01.07.00:00=IST+0100 25.10.01:30=IST+0100 25.10.02:00=GMT+0000
# expect: AAA-5:59:59BBB-12,59/0,100/-1 27.02.00:00=AAA+055959 28.02.00:00=AAA+055959 01.03.00:00=BBB+1200 08.04.22:00=BBB+1200 10.04.00:00=AAA+055959
# expect: EST5EDT,0/0,J365/25 01.01.00:00=EDT-0400 01.07.00:00=EDT-0400 31.12.23:59=EDT-0400
# expect: b'+11' ValueError
# expect: b'GMT,M3.2.0/2,M11.1.0/3' ValueError
# expect: b'PST8PDT' ValueError
# expect: b'PST8PDT,M3.2.0/2' ValueError
# expect: b'AAA4BBB,M10.4.3,M0.1.1' ValueError
# expect: b'AAA4BBB,M1.443.43.43,M3' ValueError
# expect: b'AAA4BBB,J0,J365' ValueError
# expect: b'AAA4BBB,0,366' ValueError
# expect: b'AAA4BBB,M1.1.7,J1' ValueError
# expect: b'EST5EDT,M3.2.0,M11.1.0,X' ValueError
# expect: b'EST25' ValueError
# expect: b'EST24' taken
# expect: b'<+3' ValueError
# expect: b'A!B5' ValueError
# expect: b'EST5EDT,M3.2.0/x,J1' ValueError
# expect: [('STD', datetime.timedelta(0), datetime.timedelta(seconds=3600)), ('DST', datetime.timedelta(seconds=3600), datetime.timedelta(seconds=7200)), ('STD', datetime.timedelta(0), datetime.timedelta(seconds=3600)), ('DST', datetime.timedelta(seconds=3600), datetime.timedelta(seconds=7200))]
# expect: TypeError function missing required argument 'key' (pos 1)
# expect: TypeError function takes at most 1 argument (2 given)
# expect: ZoneInfoNotFoundError 'No time zone found with key No/Such_Zone'
# expect: ValueError ZoneInfo keys must refer to subdirectories of TZPATH, got: ../etc/passwd
# expect: TypeError function missing required argument 'key' (pos 1)
# expect: TypeError fromutc: argument must be a datetime
# expect: ValueError fromutc: dt.tzinfo is not self
# expect: AttributeError 'int' object has no attribute 'toordinal'
# expect: AttributeError readonly attribute
# expect: TypeError cannot set 'x' attribute of immutable type 'zoneinfo.ZoneInfo'
# expect: ValueError Invalid TZif file: magic not found
# expect: OverflowError date value out of range
