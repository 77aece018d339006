import types, sys
m = types.ModuleType('fakemod')
exec('a = 1\n_b = 2\nc = 3\ndef f(): return a', m.__dict__)
sys.modules['fakemod'] = m
from fakemod import *
print(a, c, f(), '_b' in globals())
m.__all__ = ['_b', 'a']
from fakemod import *
print(_b)
m.__all__ = ['nope']
try: exec('from fakemod import *')
except AttributeError as e: print(e)
m.__all__ = [5]
try: exec('from fakemod import *')
except TypeError as e: print(e)
a = 'mine'; print(f(), m.a)

# expect: 1 3 1 False
# expect: 2
# expect: module 'fakemod' has no attribute 'nope'
# expect: Item in fakemod.__all__ must be str, not int
# expect: 1 1
