import atexit
atexit.register(print, 'one')
atexit.register(print, 'two', end='!\n')
@atexit.register
def bad():
    raise ValueError('atexit failure')
print('main')
raise SystemExit(3)

# exit: 3
# expect-error: ValueError: atexit failure
# expect: main
# expect: two!
# expect: one
