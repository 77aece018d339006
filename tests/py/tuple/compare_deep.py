def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: ((1, (2, (3,))) == (1, (2, (3,))), ((1, 2), 3) < ((1, 3), 0), (float('nan'),) == (float('nan'),), (lambda n: (n,) == (n,))(float('nan')), (1, 2, 3) > (1, 2), ('a', 1) < ('b',), (None, 1) == (None, 1), (True,) == (1,), ([1],) == ([1],), (0,) > (), (1, 2) != (1, 2), (1, 2) <= (1, 2)))
t(lambda: (None,) < (1,))
t(lambda: (({},) < ({},), ([], 1) < ([], 2)))
class E:
    def __eq__(s, o): return True
    def __lt__(s, o): return 'lt'
t(lambda: ((E(), 1) < (E(), 2), (E(),) == (5,)))

# expect: (True, True, False, True, True, True, True, True, True, True, False, True)
# expect: TypeError '<' not supported between instances of 'NoneType' and 'int'
# expect: (False, True)
# expect: (True, True)
