import warnings
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    warnings.warn('one'); warnings.warn('two', DeprecationWarning); warnings.warn(UserWarning('three'))
    print([(x.category.__name__, str(x.message)) for x in w])
with warnings.catch_warnings():
    warnings.simplefilter('error')
    try: warnings.warn('as error', RuntimeWarning)
    except RuntimeWarning as e: print(repr(e))
with warnings.catch_warnings():
    warnings.simplefilter('ignore'); warnings.warn('hidden')
try: warnings.warn('x', int)
except TypeError as e: print(str(e)[:40])
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    eval('1 is 1'); compile('assert (1, "x")', 's', 'exec'); compile('1()', 's', 'eval'); compile('"a"[1.0]' if 0 else '[1]()', 's', 'eval')
    print([(x.category.__name__, str(x.message)) for x in w])

# expect: [('UserWarning', 'one'), ('DeprecationWarning', 'two'), ('UserWarning', 'three')]
# expect: RuntimeWarning('as error')
# expect: category must be a Warning subclass, not
# expect: [('SyntaxWarning', '"is" with \'int\' literal. Did you mean "=="?'), ('SyntaxWarning', 'assertion is always true, perhaps remove parentheses?'), ('SyntaxWarning', "'int' object is not callable; perhaps you missed a comma?"), ('SyntaxWarning', "'list' object is not callable; perhaps you missed a comma?")]
