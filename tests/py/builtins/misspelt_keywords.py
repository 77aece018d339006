# Built-in functions suggest the keyword that was meant.
import datetime

for source in ("print(sepp=1)", "print(zzz=1)", "sorted([], keyy=1)", "max([], defaul=1)", "min(1, 2, ky=abs)", "zip(stric=1)",
               "datetime.timedelta(dayz=1)", "datetime.date(yer=1)", "datetime.time(hur=1)", "int('1', bas=2)"):
    try:
        eval(source)
    except TypeError as e:
        print(e)
# expect: print() got an unexpected keyword argument 'sepp'. Did you mean 'sep'?
# expect: print() got an unexpected keyword argument 'zzz'
# expect: sort() got an unexpected keyword argument 'keyy'. Did you mean 'key'?
# expect: max() got an unexpected keyword argument 'defaul'. Did you mean 'default'?
# expect: min() got an unexpected keyword argument 'ky'. Did you mean 'key'?
# expect: zip() got an unexpected keyword argument 'stric'. Did you mean 'strict'?
# expect: __new__() got an unexpected keyword argument 'dayz'. Did you mean 'days'?
# expect: function missing required argument 'year' (pos 1)
# expect: this function got an unexpected keyword argument 'hur'. Did you mean 'hour'?
# expect: int() got an unexpected keyword argument 'bas'. Did you mean 'base'?
