# A method of a class is named by the class's qualified name.
def kw():
    class D(object, foo=1): pass
class A:
    class B: pass
class L(list):
    class M(dict): pass
for f in kw, lambda: A.B.mro(1), lambda: A.B.__subclasses__(x=1), lambda: L.M().pop(x=1), lambda: L.M.fromkeys(x=1), lambda: int.mro(1):
    try: f()
    except TypeError as e: print(e)

# expect: kw.<locals>.D.__init_subclass__() takes no keyword arguments
# expect: A.B.mro() takes no arguments (1 given)
# expect: A.B.__subclasses__() takes no keyword arguments
# expect: dict.pop() takes no keyword arguments
# expect: L.M.fromkeys() takes no keyword arguments
# expect: int.mro() takes no arguments (1 given)
