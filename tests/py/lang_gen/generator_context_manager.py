from contextlib import contextmanager
@contextmanager
def tag(n):
    print(f'<{n}>')
    try: yield n.upper()
    except ValueError as e: print('swallow', e)
    finally: print(f'</{n}>')
with tag('a') as x, tag('b'): print(x)
with tag('c'): raise ValueError('v')
try:
    with tag('d'): raise KeyError('k')
except KeyError as e: print('out', e)
@contextmanager
def noyield():
    if 0: yield
try:
    with noyield(): pass
except RuntimeError as e: print(e)
@contextmanager
def twice(): yield; yield
try:
    with twice(): pass
except RuntimeError as e: print(e)
@tag('deco')
def f(): return 'f result'
print(f())

# expect: <a>
# expect: <b>
# expect: A
# expect: </b>
# expect: </a>
# expect: <c>
# expect: swallow v
# expect: </c>
# expect: <d>
# expect: </d>
# expect: out 'k'
# expect: generator didn't yield
# expect: generator didn't stop
# expect: <deco>
# expect: </deco>
# expect: f result
