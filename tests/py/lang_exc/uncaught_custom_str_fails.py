class Bad(Exception):
    def __str__(self): raise ValueError('no str')
print('x')
raise Bad

# exit: 1
# expect-error: Bad: <exception str() failed>
# expect: x
