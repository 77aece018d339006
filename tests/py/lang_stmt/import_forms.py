import math, os.path as osp, collections.abc
from math import pi as PI, floor
from collections import (OrderedDict, namedtuple as nt,)
import os.path
import json.decoder as jd
print(math.floor(1.5), osp.join('a', 'b'), PI > 3, floor(2.9), nt('P', 'x y')(1, 2))
print(os.path is osp, collections.abc.Sized.__name__, jd.JSONDecoder.__name__)
def f():
    import string
    from string import digits
    return string.digits == digits
print(f())
try: string
except NameError as e: print(e)
for s in ['import no_such_mod', 'from math import nope', 'import math.nope', 'from no_such import x', 'import os.nope', 'from . import x']:
    try: exec(s, {'__name__': 'm'})
    except ImportError as e: print(type(e).__name__, e.name, str(e).split(' (')[0])
class C:
    from math import sqrt
    import math as m
print(C.sqrt(16), C.m is math)
from math import *
print(sin(0), cos(0))

# expect: 1 a/b True 2 P(x=1, y=2)
# expect: True Sized JSONDecoder
# expect: True
# expect: name 'string' is not defined
# expect: ModuleNotFoundError no_such_mod No module named 'no_such_mod'
# expect: ImportError math cannot import name 'nope' from 'math'
# expect: ModuleNotFoundError math.nope No module named 'math.nope'; 'math' is not a package
# expect: ModuleNotFoundError no_such No module named 'no_such'
# expect: ModuleNotFoundError os.nope No module named 'os.nope'; 'os' is not a package
# expect: ImportError None attempted relative import with no known parent package
# expect: 4.0 True
# expect: 0.0 1.0
