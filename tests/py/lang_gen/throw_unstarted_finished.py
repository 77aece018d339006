def g(): yield 1
i = g(); list(i)
try: i.throw(ValueError('fin'))
except ValueError as e: print(e)
try: i.send(1)
except StopIteration: print('stop')
i = g()
try: i.throw(ValueError)
except ValueError as e: print(repr(e))
print(i.gi_frame)
i = g()
try: i.throw(StopIteration(3))
except RuntimeError as e: print(e)
except StopIteration as e: print('SI', e.value)
try: g().throw(GeneratorExit)
except GeneratorExit: print('GE')
class E(Exception):
    def __init__(s, v): s.v = v
i = g(); next(i)
try: i.throw(E(5))
except E as e: print(e.v)

# expect: fin
# expect: stop
# expect: ValueError()
# expect: None
# expect: SI 3
# expect: GE
# expect: 5
