class A:
    def __class_getitem__(cls, k): return (cls.__name__, k)
    def __getitem__(self, k): return ('inst', k)
class B(A): pass
print(A[1], B['x', 2], A()[3], A[:])
try: int[1]
except TypeError as e: print(e)
try: type[1]; print(type[int])
except TypeError as e: print(e)
print(list[int], dict[str, list[int]], tuple[int, ...], list[int].__origin__, list[int].__args__)
print(list[int]([1, 2]), type(list[int]).__name__, list[int] == list[int], hash(list[int]) == hash(list[int]), tuple[()])
class G[T]:
    def f(self, x: T) -> T: return x
print(G[int]().f(1), G[int].__origin__ is G, G.__type_params__, G.__orig_bases__)
class L(list[int]): pass
print(L.__bases__, L([1]), L.__orig_bases__)

# expect: ('A', 1) ('B', ('x', 2)) ('inst', 3) ('A', slice(None, None, None))
# expect: type 'int' is not subscriptable
# expect: type[int]
# expect: list[int] dict[str, list[int]] tuple[int, ...] <class 'list'> (<class 'int'>,)
# expect: [1, 2] GenericAlias True True tuple[()]
# expect: 1 True (T,) (typing.Generic[T],)
# expect: (<class 'list'>,) [1] (list[int],)
