import threading
data = list(range(1000))
errs = []
def sorter():
    for _ in range(20):
        try:
            data.sort(key=lambda x: -x)
            data.reverse()
        except ValueError as e:
            errs.append(str(e))
def reader():
    for _ in range(200):
        sum(data[:10])
        len(data)
        data.copy()
        5 in data
ts = [threading.Thread(target=f) for f in (sorter, reader, sorter, reader)]
[t.start() for t in ts]
[t.join() for t in ts]
print(set(errs) <= {'list modified during sort'}, len(data) in (0, 1000) or len(data))

# expect: True True
