# list, dict, set and frozenset have methods of their own for what others have wrappers of slots for.
import pickle

for method in ([].__getitem__, {}.__getitem__, {}.__contains__, set().__contains__, frozenset().__contains__):
    owner = type(method.__self__)
    print(owner.__name__, type(method).__name__, type(getattr(owner, method.__name__)).__name__, method.__text_signature__)
    for args in ((), (1, 2)):
        try:
            method(*args)
        except TypeError as e:
            print(e)
print(type(().__getitem__).__name__, list.__getitem__, dict.__dict__["__contains__"])


class L(list):
    pass


class D(dict):
    def __contains__(self, key):
        return key == "all" or super().__contains__(key)

    def __missing__(self, key):
        return key * 2


d = D(a=1)
print(L([1, 2])[1], L([1, 2])[-1:], L.__getitem__([3, 4], 0), d["a"], d["b"], d.__getitem__("c"), "all" in d, "a" in d, "b" in d)
print([*map([5, 6, 7].__getitem__, (2, 0))], [*filter({1, 3}.__contains__, range(5))])
L.__getitem__ = lambda self, i: "own"
print(L([1])[0])
del L.__getitem__
print(L([1])[0])
print(pickle.loads(pickle.dumps([1, 2].__getitem__))(1))
# expect: list builtin_function_or_method method_descriptor ($self, index, /)
# expect: list.__getitem__() takes exactly one argument (0 given)
# expect: list.__getitem__() takes exactly one argument (2 given)
# expect: dict builtin_function_or_method method_descriptor ($self, key, /)
# expect: dict.__getitem__() takes exactly one argument (0 given)
# expect: dict.__getitem__() takes exactly one argument (2 given)
# expect: dict builtin_function_or_method method_descriptor ($self, key, /)
# expect: dict.__contains__() takes exactly one argument (0 given)
# expect: dict.__contains__() takes exactly one argument (2 given)
# expect: set builtin_function_or_method method_descriptor ($self, object, /)
# expect: set.__contains__() takes exactly one argument (0 given)
# expect: set.__contains__() takes exactly one argument (2 given)
# expect: frozenset builtin_function_or_method method_descriptor ($self, object, /)
# expect: frozenset.__contains__() takes exactly one argument (0 given)
# expect: frozenset.__contains__() takes exactly one argument (2 given)
# expect: method-wrapper <method '__getitem__' of 'list' objects> <method '__contains__' of 'dict' objects>
# expect: 2 [2] 3 1 bb cc True True False
# expect: [7, 5] [1, 3]
# expect: own
# expect: 1
# expect: 2
