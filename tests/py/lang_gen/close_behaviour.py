def g():
    try: yield 1; yield 2
    except GeneratorExit: print('exit'); raise
    finally: print('finally')
i = g(); next(i); i.close(); i.close()
print(list(i))
def bad():
    try: yield 1
    except GeneratorExit: yield 2
j = bad(); next(j)
try: j.close()
except RuntimeError as e: print(e)
def ret():
    try: yield 1
    except GeneratorExit: return 'value'
k = ret(); next(k); print(k.close())
def err():
    try: yield 1
    finally: raise ValueError('in finally')
l = err(); next(l)
try: l.close()
except ValueError as e: print(e, repr(e.__context__))
m = g(); m.close(); print('unstarted close', list(m))

# expect: exit
# expect: finally
# expect: []
# expect: generator ignored GeneratorExit
# expect: value
# expect: in finally GeneratorExit()
# expect: unstarted close []
