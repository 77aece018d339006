def avg():
    total = n = 0
    v = None
    while True:
        x = yield v
        if x is None: return 'done'
        total += x; n += 1; v = total / n
a = avg(); next(a)
print(a.send(10), a.send(20), a.send(3))
try: a.send(None)
except StopIteration as e: print(e.value)
b = avg()
try: b.send(1)
except TypeError as e: print(e)
print(b.send(None), b.send(4))

# expect: 10.0 15.0 11.0
# expect: done
# expect: can't send non-None value to a just-started generator
# expect: None 4.0
