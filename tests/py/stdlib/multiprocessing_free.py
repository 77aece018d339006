import concurrent.futures as cf, time
with cf.ThreadPoolExecutor(3) as ex:
    fs = {ex.submit(pow, i, 2): i for i in range(5)}
    print(sorted((fs[f], f.result()) for f in cf.as_completed(fs)), list(ex.map(str, range(3), timeout=5)))
    d, nd = cf.wait(fs, return_when=cf.FIRST_COMPLETED); print(len(d) + len(nd))
try: cf.ThreadPoolExecutor(0)
except ValueError as e: print(e)

# expect: [(0, 0), (1, 1), (2, 4), (3, 9), (4, 16)] ['0', '1', '2']
# expect: 5
# expect: max_workers must be greater than 0
