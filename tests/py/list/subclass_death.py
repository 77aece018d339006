# What an instance refers to by attributes dies before the items that it holds.
class Tells:
    def __init__(self, text): self.text = text
    def __del__(self): print('del', self.text)
class L(list): pass
class T(tuple): pass
class S(set): pass
class D(dict): __slots__ = ('slot', '__dict__')
for make in L, T, S:
    x = make([Tells('item')])
    x.a = Tells('attribute')
    print(make.__name__)
    del x
x = D(k=Tells('value'))
x.slot = Tells('slot')
for i in range(40): setattr(x, 'a%d' % i, i)
x.z = Tells('attribute')
print('D')
del x

# expect: L
# expect: del attribute
# expect: del item
# expect: T
# expect: del attribute
# expect: del item
# expect: S
# expect: del attribute
# expect: del item
# expect: D
# expect: del slot
# expect: del attribute
# expect: del value
