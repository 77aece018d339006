from datetime import *
d = datetime(2024, 12, 31, 23, 59, 59)
print(d + timedelta(seconds=1), (d + timedelta(1)).date(), d.replace(hour=0), d.strftime('%Y/%j %U %a'), timedelta(days=-1, seconds=5), timedelta(1, 3600).total_seconds(), max(d, datetime.min), sum([timedelta(1), timedelta(2)], timedelta()), divmod(timedelta(1), timedelta(hours=7)), str(timedelta(100, 5, 7)), date.fromisoformat('2024-02-29'), date(2024, 2, 29).replace(year=2028), time.fromisoformat('12:30:01.5'), datetime.combine(date(2024, 1, 1), time(5)))

# expect: 2025-01-01 00:00:00 2025-01-01 2024-12-31 00:59:59 2024/366 52 Tue -1 day, 0:00:05 90000.0 2024-12-31 23:59:59 3 days, 0:00:00 (3, datetime.timedelta(seconds=10800)) 100 days, 0:00:05.000007 2024-02-29 2028-02-29 12:30:01.500000 2024-01-01 05:00:00
