# The line that a finalizer sees its caller at, when what ran it was an overwrite, a deletion or the end of a handler.
import asyncio
import sys
import warnings


class D:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        f = sys._getframe(1)
        print(self.name, f.f_lineno - f.f_code.co_firstlineno, f.f_code.co_name)


def overwrites():
    a = D("by a number")
    a = 5
    a = D("by a constant")
    a = "text"
    a = D("by None")
    a = None
    b = D("by a variable")
    b = a
    c = D("deleted")
    del c
    d = [D("in a list")]
    d = None
    return d


def handlers():
    try:
        raise ValueError(D("in an exception"))
    except ValueError as e:
        pass
    try:
        raise ValueError(D("in another"))
    except ValueError:
        x = 1
    return x


async def never():
    pass


async def main():
    try:
        raise ValueError([never()])
    except ValueError as e:
        x = 1
    never()
    y = never()
    y = 1
    return x, y


overwrites()
handlers()
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    asyncio.run(main())
print([w.lineno - main.__code__.co_firstlineno for w in caught])

# expect: by a number 2 overwrites
# expect: by a constant 4 overwrites
# expect: by None 6 overwrites
# expect: by a variable 8 overwrites
# expect: deleted 10 overwrites
# expect: in a list 12 overwrites
# expect: in an exception 4 handlers
# expect: in another 8 handlers
# expect: [4, 5, 7]
