# What throw() is given goes to what a generator delegates to as it is; an instance is made where it is thrown.
class I:
    def __iter__(self): return self
    def __next__(self): return 1
    def throw(self, *a): print(a); return 456
def gen(): yield from I()
def outer(): yield from gen()
for mk in gen, outer:
    g = mk(); next(g)
    print(g.throw(KeyError)); print(g.throw(KeyError(3))); print(g.throw(123))
    try: g.throw()
    except TypeError as e: print(e)
class N:
    def __iter__(self): return self
    def __next__(self): return 1
def plain():
    try: yield 1
    except KeyError as e: print('got', repr(e)); yield 2
    yield 3
for mk in plain, lambda: (yield from N()):
    g=mk(); next(g)
    try: g.throw(123)
    except TypeError as e: print(e)
    try: print(g.throw(KeyError))
    except KeyError as e: print('out', repr(e))
    print(next(g, 'end'))
g=plain()
try: g.throw(5)
except TypeError as e: print(e)
print(next(g))
g.close()
try: g.throw(5)
except TypeError as e: print(e)
try: g.throw(ValueError('x'))
except ValueError as e: print(repr(e))
async def co(): 
    class A:
        def __await__(self): return I()
    await A()
c=co(); c.send(None); print(c.throw(KeyError)); print(c.throw(5)); c.close()
# expect: (<class 'KeyError'>,)
# expect: 456
# expect: (KeyError(3),)
# expect: 456
# expect: (123,)
# expect: 456
# expect: throw expected at least 1 argument, got 0
# expect: (<class 'KeyError'>,)
# expect: 456
# expect: (KeyError(3),)
# expect: 456
# expect: (123,)
# expect: 456
# expect: throw expected at least 1 argument, got 0
# expect: exceptions must be classes or instances deriving from BaseException, not int
# expect: got KeyError()
# expect: 2
# expect: 3
# expect: exceptions must be classes or instances deriving from BaseException, not int
# expect: out KeyError()
# expect: end
# expect: exceptions must be classes or instances deriving from BaseException, not int
# expect: 1
# expect: exceptions must be classes or instances deriving from BaseException, not int
# expect: ValueError('x')
# expect: (<class 'KeyError'>,)
# expect: 456
# expect: (5,)
# expect: 456
