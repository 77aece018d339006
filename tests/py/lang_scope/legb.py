x = 'global'
def f():
    x = 'enclosing'
    def g():
        x = 'local'
        return x
    def h(): return x
    return g(), h()
print(f(), x, len)
def b():
    len = lambda v: 'shadow'
    return len([])
print(b(), len([1]))
print = print
sum = 5
print(sum)
del sum
print(sum([1, 2]))

# expect: ('local', 'enclosing') global <built-in function len>
# expect: shadow 1
# expect: 5
# expect: 3
