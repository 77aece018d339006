nan = float('nan')
match nan:
    case float('nan') if False: pass
    case x if x != x: print('nan by guard')
match 0.0:
    case -0.0: print('neg zero equals')
match True:
    case 1: print('True == 1')
match 1:
    case True: print('identity, no')
    case 1: print('one')
match 1.0:
    case 1: print('1.0 == 1')
match 'a':
    case 'a' | 'b' as s: print(s)
match ():
    case (): print('empty tuple')
match (5):
    case (5): print('parens')
match [None]:
    case [None]: print('none in list')
match ...:
    case x if x is ...: print('ellipsis')
match 10 ** 30:
    case 1000000000000000000000000000000: print('big int')

# expect: nan by guard
# expect: neg zero equals
# expect: True == 1
# expect: one
# expect: 1.0 == 1
# expect: a
# expect: empty tuple
# expect: parens
# expect: none in list
# expect: ellipsis
# expect: big int
