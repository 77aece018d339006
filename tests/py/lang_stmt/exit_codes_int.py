import atexit
atexit.register(lambda: print('atexit 1'))
atexit.register(print, 'atexit 2', 'args')
raise SystemExit(7)

# exit: 7
# expect: atexit 2 args
# expect: atexit 1
