def f():
    x = 1
    del x
    try: x
    except UnboundLocalError as e: print(e)
    x = 2
    return x
print(f())
def g():
    c = 1
    def h(): return c
    del c
    try: h()
    except NameError as e: print(e)
    c = 3
    return h()
print(g())
def k(a):
    del a
    return 'a' in locals()
print(k(1))
for i in range(3): pass
del i
try: i
except NameError as e: print(e)

# expect: cannot access local variable 'x' where it is not associated with a value
# expect: 2
# expect: cannot access free variable 'c' where it is not associated with a value in enclosing scope
# expect: 3
# expect: False
# expect: name 'i' is not defined
