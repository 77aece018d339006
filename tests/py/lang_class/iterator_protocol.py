class Count:
    def __init__(s, n): s.i, s.n = 0, n
    def __iter__(s): return s
    def __next__(s):
        if s.i >= s.n: raise StopIteration
        s.i += 1
        return s.i
c = Count(3)
print(next(c), list(c), list(c), next(c, 'dflt'))
class Iterable:
    def __iter__(s):
        yield 1
        yield 2
i = Iterable(); print(list(i), list(i), sum(i), 2 in i)
class Old:
    def __getitem__(s, i):
        if i < 3: return i * i
        raise IndexError
print(list(Old()), [*zip(Old(), 'ab')], 4 in Old())
a, b, c = Old(); print(a, b, c)
class BadNext:
    def __iter__(s): return s
class NoneIter: __iter__ = None
class NextErr:
    def __iter__(s): return s
    def __next__(s): raise ValueError('next')
for f in (lambda: list(BadNext()), lambda: list(NoneIter()), lambda: list(NextErr()), lambda: iter(5), lambda: next([]), lambda: next(iter([])), lambda: [*NoneIter()]):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class Hint:
    def __iter__(s): return iter('ab')
    def __length_hint__(s): return -1
try: list(Hint())
except ValueError as e: print(e)
import operator
print(operator.length_hint([1, 2]), operator.length_hint(iter([1])), operator.length_hint(5, 9) if 0 else operator.length_hint(object(), 9))

# expect: 1 [2, 3] [] dflt
# expect: [1, 2] [1, 2] 3 True
# expect: [0, 1, 4] [(0, 'a'), (1, 'b')] True
# expect: 0 1 4
# expect: TypeError iter() returned non-iterator of type 'BadNext'
# expect: TypeError 'NoneIter' object is not iterable
# expect: ValueError next
# expect: TypeError 'int' object is not iterable
# expect: TypeError 'list' object is not an iterator
# expect: StopIteration 
# expect: TypeError 'NoneIter' object is not iterable
# expect: __length_hint__() should return >= 0
# expect: 2 1 9
