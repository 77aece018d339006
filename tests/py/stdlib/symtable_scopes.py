import symtable


def show(table, depth=0):
    print('  ' * depth + table.get_name(), table.get_type(), table.get_lineno(), table.is_nested())
    for s in sorted(table.get_symbols(), key=lambda s: s.get_name()):
        if s.get_name().startswith('.'):
            continue
        flags = [n for n in ('referenced', 'parameter', 'global', 'declared_global', 'nonlocal', 'local', 'free', 'imported',
                             'assigned', 'namespace', 'annotated') if getattr(s, 'is_' + n)()]
        print('  ' * depth + '  ', s.get_name(), *flags)
    for child in table.get_children():
        show(child, depth + 1)


show(symtable.symtable('''
import os
x: int = 1
class C(object):
    y = 2
    __p = 3
    def m(self, a, *b, k=1, **kw):
        n = 1
        def inner():
            nonlocal n
            global gg
            n += gg
            return a, super
        return inner, (z for z in kw), lambda i: i + n
def f(x):
    import sys.path as pp
    for i in range(3): del i
''', 'f', 'exec'))
top = symtable.symtable('lambda a, b: a', 'f', 'eval')
print(top.get_children()[0].get_parameters(), top)
for args in (('a b', 'file', 'exec'), ('1', 'f', 'other'), ('a\0', 'f', 'exec'), ('nonlocal x', 'f', 'exec')):
    try:
        symtable.symtable(*args)
    except Exception as e:
        print(type(e).__name__, e)

# expect: top module 0 False
# expect:    C global local assigned namespace
# expect:    f global local assigned namespace
# expect:    gg global declared_global
# expect:    int referenced global
# expect:    object referenced global
# expect:    os global local imported
# expect:    x global local assigned annotated
# expect:   C class 4 False
# expect:      _C__p local assigned
# expect:      m local assigned namespace
# expect:      y local assigned
# expect:     m function 7 False
# expect:        __class__ free
# expect:        a parameter local
# expect:        b parameter local
# expect:        inner referenced local assigned namespace
# expect:        k parameter local
# expect:        kw referenced parameter local
# expect:        n local assigned
# expect:        self parameter local
# expect:       inner function 9 True
# expect:          __class__ referenced free
# expect:          a referenced free
# expect:          gg referenced global declared_global
# expect:          n nonlocal free assigned
# expect:          super referenced global
# expect:       genexpr function 14 True
# expect:          z referenced local assigned
# expect:       lambda function 14 True
# expect:          i referenced parameter local
# expect:          n referenced free
# expect:   f function 15 False
# expect:      i local assigned
# expect:      pp local imported
# expect:      range referenced global
# expect:      x parameter local
# expect: ('a', 'b') <SymbolTable for module f>
# expect: SyntaxError invalid syntax (file, line 1)
# expect: ValueError symtable() arg 3 must be 'exec' or 'eval' or 'single'
# expect: SyntaxError source code string cannot contain null bytes
# expect: SyntaxError nonlocal declaration not allowed at module level (f, line 1)
# lib: -3.13
