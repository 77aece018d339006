def g():
    try:
        yield 1
    finally:
        print('closed')
x = g()
next(x)
def h():
    with open('/dev/null') as f:
        yield f
y = h()
f = next(y)
y.close()
print(f.closed)
for v in g():
    break
print('end')

# expect: True
# expect: closed
# expect: end
# expect: closed
