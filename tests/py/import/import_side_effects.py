import importlib, os, sys, tempfile
sys.dont_write_bytecode = True
root = tempfile.mkdtemp()
sys.path.insert(0, root)
def put(path, text=''):
    full = os.path.join(root, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, 'w') as f: f.write(text)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).replace(root, 'ROOT').split(' (')[0])
put('count.py', 'n = 0\ndef inc():\n    global n\n    n += 1\n    return n')
import count
from count import n, inc
inc(); inc()
print(count.n, n, count.inc is inc)
count.n = 50; print(inc(), count.n)
put('user1.py', 'import count\ncount.n = 100')
import user1; print(count.n, user1.count is count)
put('init_order/__init__.py', 'log = ["init"]\nfrom . import a\nlog.append("init end")')
put('init_order/a.py', 'from . import log\nlog.append("a")\nfrom . import b\nlog.append("a end")')
put('init_order/b.py', 'from . import log\nlog.append("b")')
import init_order; print(init_order.log)

# expect: 2 0 True
# expect: 51 51
# expect: 100 True
# expect: ['init', 'a', 'b', 'a end', 'init end']
