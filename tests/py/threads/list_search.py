"""Items that others insert and remove shift those of this thread: count, in, index and remove find them nevertheless."""
import threading

shared = []
failures = []


def run(mine):
    try:
        for n in range(1500):
            if n % 2:
                shared.append(mine)
            else:
                shared.insert(0, mine)
            if shared.count(mine) != 1:
                failures.append((mine, "count"))
            if mine not in shared:
                failures.append((mine, "in"))
            shared.index(mine)
            shared.remove(mine)
    except Exception as e:
        failures.append((mine, repr(e)))


threads = [threading.Thread(target=run, args=(mine,)) for mine in (1, "two", 3.5, 4, "five", 2**80)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(failures[:3], shared)
# expect: [] []
