# An unset slot is reported with the full name of the class.
class Outer:
    class Inner:
        __slots__ = ("a", "b")


def local():
    class Local:
        __slots__ = "a"

    return Local()


for obj in Outer.Inner(), local():
    for f in lambda: obj.a, lambda: obj.zzz:
        try:
            f()
        except AttributeError as e:
            print(e)
Outer.Inner.__module__ = "lib"
try:
    Outer.Inner().b
except AttributeError as e:
    print(e)
print(hasattr(Outer.Inner(), "a"))
# expect: 'Outer.Inner' object has no attribute 'a'
# expect: 'Inner' object has no attribute 'zzz'
# expect: 'local.<locals>.Local' object has no attribute 'a'
# expect: 'Local' object has no attribute 'zzz'
# expect: 'lib.Outer.Inner' object has no attribute 'b'
# expect: False
