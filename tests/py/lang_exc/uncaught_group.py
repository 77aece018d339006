def f(): raise ExceptionGroup('several', [ValueError('a'), TypeError('b')])
print('go')
f()

# exit: 1
# expect-error:     +------------------------------------
# expect: go
