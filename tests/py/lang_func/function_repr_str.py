def f(): pass
class C:
    def m(self): pass
    @staticmethod
    def s(): pass
    @classmethod
    def c(cls): pass
def cut(o): return repr(o).split(' at 0x')[0].replace('__main__', 'main')
for o in (f, C.m, C().m, C.s, C.c, lambda: 0, len, [].append, str.join, int.__add__, (1).__add__, C, int, f.__code__.co_name, staticmethod(f), classmethod(f), property(f), type(f), type(C().m), type(len), type(str.join), type(int.__add__), type((1).__add__), type(dict.fromkeys), int.__dict__['from_bytes'], int.__dict__['real'], range.__dict__['start']):
    print(cut(o))

# expect: <function f
# expect: <function C.m
# expect: <bound method C.m of <main.C object
# expect: <function C.s
# expect: <bound method C.c of <class 'main.C'>>
# expect: <function <lambda>
# expect: <built-in function len>
# expect: <built-in method append of list object
# expect: <method 'join' of 'str' objects>
# expect: <slot wrapper '__add__' of 'int' objects>
# expect: <method-wrapper '__add__' of int object
# expect: <class 'main.C'>
# expect: <class 'int'>
# expect: 'f'
# expect: <staticmethod(<function f
# expect: <classmethod(<function f
# expect: <property object
# expect: <class 'function'>
# expect: <class 'method'>
# expect: <class 'builtin_function_or_method'>
# expect: <class 'method_descriptor'>
# expect: <class 'wrapper_descriptor'>
# expect: <class 'method-wrapper'>
# expect: <class 'builtin_function_or_method'>
# expect: <method 'from_bytes' of 'int' objects>
# expect: <attribute 'real' of 'int' objects>
# expect: <member 'start' of 'range' objects>
