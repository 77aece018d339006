# Zones asked for by many threads at once: one object for a key, right answers, while caches are cleared.
import datetime as d, random, threading, zoneinfo
from zoneinfo import ZoneInfo

class Mine(ZoneInfo):
    pass
keys = ["Europe/Berlin", "America/New_York", "Asia/Tokyo", "Australia/Sydney", "Africa/Cairo", "UTC", "Asia/Kolkata", "America/Sao_Paulo",
        "Europe/London", "Pacific/Apia", "Asia/Tehran", "America/Caracas"]
times = [d.datetime(1950 + i * 7, 1 + i % 12, 1 + i * 3 % 28, i % 24, fold=i & 1) for i in range(12)]
def answers(cls, key):
    z = cls(key)
    return [(t.replace(tzinfo=z).utcoffset(), t.replace(tzinfo=z).tzname(), t.replace(tzinfo=d.timezone.utc).astimezone(z).hour) for t in times]
expected = {k: answers(ZoneInfo, k) for k in keys}

barrier = threading.Barrier(8)
seen, errors = {}, []
def same():
    # All at once for a key that nobody has.
    for k in keys:
        for cls in ZoneInfo, Mine:
            if barrier.wait() == 0:
                cls.clear_cache()
                seen[k, cls] = []
            barrier.wait()
            seen[k, cls].append(cls(k))
            barrier.wait()
            if len(set(map(id, seen[k, cls]))) != 1:
                errors.append((k, cls))
def ask(seed):
    r = random.Random(seed)
    for i in range(300):
        k, cls = r.choice(keys), r.choice((ZoneInfo, Mine))
        if answers(cls, k) != expected[k]:
            errors.append(k)
        if i % 50 == 0:
            cls.clear_cache(only_keys=None if i % 100 else r.sample(keys, 3))
for f in lambda i: same(), ask:
    threads = [threading.Thread(target=f, args=(i,)) for i in range(8)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
print(errors)
# expect: []
