def f(*a): return a
def g():
    for i in range(3):
        print('y', i, end=' ')
        yield i
print(f(*g()))
print(f(*g(), *g()))
class It:
    def __iter__(self): return iter('it')
class Map:
    def keys(self): return ['a', 'b']
    def __getitem__(self, k): return k * 2
class Seq:
    def __getitem__(self, i):
        if i == 2: raise IndexError
        return i
print(f(*It()), f(*Seq()), (lambda **k: k)(**Map()), {**Map()}, [*It(), *Seq()])
class Bad:
    def __iter__(self): raise ValueError('bad iter')
class Bad2:
    def __iter__(self): return 5
class Bad3:
    def keys(self): raise KeyError('bad keys')
for e in ['f(*Bad())', 'f(*Bad2())', '(lambda **k: k)(**Bad3())', 'f(**Seq())', '[*Bad2()]', '{**It()}']:
    try: print(eval(e))
    except Exception as x: print(e, '|', type(x).__name__, x)

# expect: y 0 y 1 y 2 (0, 1, 2)
# expect: y 0 y 1 y 2 y 0 y 1 y 2 (0, 1, 2, 0, 1, 2)
# expect: ('i', 't') (0, 1) {'a': 'aa', 'b': 'bb'} {'a': 'aa', 'b': 'bb'} ['i', 't', 0, 1]
# expect: f(*Bad()) | ValueError bad iter
# expect: f(*Bad2()) | TypeError iter() returned non-iterator of type 'int'
# expect: (lambda **k: k)(**Bad3()) | TypeError __main__.<lambda>() got multiple values for keyword argument 'bad keys'
# expect: f(**Seq()) | TypeError __main__.f() argument after ** must be a mapping, not Seq
# expect: [*Bad2()] | TypeError iter() returned non-iterator of type 'int'
# expect: {**It()} | TypeError 'It' object is not a mapping
