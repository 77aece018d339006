def g(n):
    print('start')
    for i in range(n):
        yield i
    print('end')
it = g(2)
print(type(it).__name__, next(it), next(it))
try: next(it)
except StopIteration as e: print('stop', e.value)
try: next(it)
except StopIteration as e: print('again', e.args)
print(list(g(1)), iter(it) is it)

# expect: start
# expect: generator 0 1
# expect: end
# expect: stop None
# expect: again ()
# expect: start
# expect: end
# expect: [0] True
