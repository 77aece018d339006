def g():
    while True:
        try: x = yield 'ready'
        except ValueError as e: print('caught', repr(e))
        except KeyError as e: yield 'key ' + repr(e)
        finally: print('fin')
i = g(); next(i)
print(i.throw(ValueError('a')))
print(i.throw(KeyError('k')))
print(next(i))
try: i.throw(TypeError('t'))
except TypeError as e: print('out', e)
try: next(i)
except StopIteration: print('finished')
def h(): yield 1
j = h()
try: j.throw(ValueError('unstarted'))
except ValueError as e: print(e)
print(list(j))
for bad in (5, int, 'x'):
    try: h().throw(bad)
    except TypeError as e: print(e)

# expect: caught ValueError('a')
# expect: fin
# expect: ready
# expect: key KeyError('k')
# expect: fin
# expect: ready
# expect: fin
# expect: out t
# expect: finished
# expect: unstarted
# expect: []
# expect: exceptions must be classes or instances deriving from BaseException, not int
# expect: exceptions must be classes or instances deriving from BaseException, not type
# expect: exceptions must be classes or instances deriving from BaseException, not str
