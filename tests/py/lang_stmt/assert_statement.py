assert True
assert 1, 'unused'
for s in ['assert False', 'assert 0, "msg"', 'assert [], (1, 2)', 'assert None, ValueError("v")', 'assert not 1, f"x={1+1}"']:
    try: exec(s)
    except AssertionError as e: print(repr(e), e.args)
def side(): print('side'); return 'm'
assert 1, side()
try: assert 0, side()
except AssertionError as e: print(e)
print(__debug__)
AssertionError_saved = AssertionError
def f():
    AssertionError = ValueError
    try: assert 0
    except Exception as e: print(type(e).__name__)
f()

# expect: AssertionError() ()
# expect: AssertionError('msg') ('msg',)
# expect: AssertionError((1, 2)) ((1, 2),)
# expect: AssertionError(ValueError('v')) (ValueError('v'),)
# expect: AssertionError('x=2') ('x=2',)
# expect: side
# expect: m
# expect: True
# expect: AssertionError
