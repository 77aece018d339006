class P:
    def __init__(s, v): s.v = v
    def __eq__(s, o): print('eq', s.v, end=' '); return isinstance(o, P) and s.v == o.v
    def __hash__(s): print('hash', s.v, end=' '); return hash(s.v) % 2
d = {P(1): 'a'}; print()
d[P(3)] = 'b'; print()
print(d[P(1)]); print(P(3) in d, P(2) in d, len({P(5), P(5), P(7)}))
class NoHash:
    def __eq__(s, o): return True
try: {NoHash()}
except TypeError as e: print('set:', e)
try: {NoHash(): 1}
except TypeError as e: print('dict:', e)
class Sub(NoHash): pass
print(Sub.__hash__, NoHash.__hash__)
class Keep(NoHash): __hash__ = object.__hash__
print(len({Keep(): 1}))
class H:
    def __hash__(s): raise ValueError('no hash today')
try: {H()}
except ValueError as e: print(e)
class Eq:
    def __hash__(s): return 1
    def __eq__(s, o): raise KeyError('eq fails')
dd = {Eq(): 1}
try: dd[Eq()]
except KeyError as e: print(e)
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash('a') == hash('a'), hash((1, 2)) == hash((1, 2)), hash(-1) == hash(-2))

# expect: hash 1 
# expect: hash 3 eq 1 
# expect: hash 1 eq 1 a
# expect: hash 3 eq 1 eq 3 hash 2 hash 5 hash 5 eq 5 hash 7 eq 5 True False 2
# expect: set: cannot use 'NoHash' as a set element (unhashable type: 'NoHash')
# expect: dict: cannot use 'NoHash' as a dict key (unhashable type: 'NoHash')
# expect: None None
# expect: 1
# expect: no hash today
# expect: 'eq fails'
# expect: True True True True
