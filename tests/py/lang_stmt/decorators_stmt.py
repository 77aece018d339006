def deco(f): print('deco', f.__name__); return f
def arg(n):
    print('arg', n)
    def d(f):
        print('apply', n); return f
    return d
@arg(1)
@deco
@arg(2)
def f(): return 'f'
print(f())
@deco
class C: pass
d = {'x': deco}; l = [arg]
@d['x']
def g(): pass
@l[0](5)
def h(): pass
@(lambda f: f.__name__)
def i(): pass
print(i)
@(lambda f: print('got', f.__name__))
def j(): pass
print(j)

# expect: arg 1
# expect: arg 2
# expect: apply 2
# expect: deco f
# expect: apply 1
# expect: f
# expect: deco C
# expect: deco g
# expect: arg 5
# expect: apply 5
# expect: i
# expect: got j
# expect: None
