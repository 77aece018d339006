def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import warnings
t(lambda: [w.__name__ for w in Warning.__subclasses__() if w.__module__ == 'builtins'])
t(lambda: issubclass(DeprecationWarning, Warning))
t(lambda: issubclass(Warning, Exception))
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    for c in (UserWarning, DeprecationWarning, RuntimeWarning, FutureWarning, SyntaxWarning, ImportWarning, UnicodeWarning, BytesWarning, ResourceWarning, PendingDeprecationWarning, EncodingWarning): warnings.warn('m', c)
    print([x.category.__name__ for x in w])
t(lambda: warnings.warn('x', ValueError))
t(lambda: warnings.formatwarning('m', UserWarning, 'f.py', 3, 'line'))

# since-3.14: TypeError category must be a Warning subclass, not 'type' => TypeError category must be a Warning subclass, not class 'ValueError'
# expect: ['BytesWarning', 'DeprecationWarning', 'EncodingWarning', 'FutureWarning', 'ImportWarning', 'PendingDeprecationWarning', 'ResourceWarning', 'RuntimeWarning', 'SyntaxWarning', 'UnicodeWarning', 'UserWarning']
# expect: True
# expect: True
# expect: ['UserWarning', 'DeprecationWarning', 'RuntimeWarning', 'FutureWarning', 'SyntaxWarning', 'ImportWarning', 'UnicodeWarning', 'BytesWarning', 'ResourceWarning', 'PendingDeprecationWarning', 'EncodingWarning']
# expect: TypeError category must be a Warning subclass, not class 'ValueError'
# expect: 'f.py:3: UserWarning: m\n  line\n'
