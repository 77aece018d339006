import marshal, os, sys
import importlib.util
sys.dont_write_bytecode = False
sys.pycache_prefix = None
root = '/tmp/code_cache_%d' % os.getpid()
os.mkdir(root)
sys.path.insert(0, root)
def put(text):
    with open(root + '/cached.py', 'w') as f: f.write(text)
def load():
    sys.modules.pop('cached', None)
    importlib.invalidate_caches()
    import cached
    return cached.f(2), cached.C().m(), cached.f.__code__.co_filename == root + '/cached.py'
put('K = (1, 2.5, "t", b"b", None, 10**30, frozenset({1}))\ndef f(a, *, b=3): return [x + b for x in range(a)]\nclass C:\n    def m(self): return K[-2]')
print(load())
path = importlib.util.cache_from_source(root + '/cached.py')
print(os.path.exists(path), sys.modules['cached'].__cached__ == path)
with open(path, 'rb') as f: data = f.read()
print(data[:4] == importlib.util.MAGIC_NUMBER, int.from_bytes(data[4:8], 'little'))
print(load())
for cut in (0, 5, 16, 20, len(data) - 1):
    with open(path, 'wb') as f: f.write(data[:cut])
    print(cut < len(data), load())
    with open(path, 'rb') as f: assert f.read() == data, cut
for at in range(16, len(data), 97):
    with open(path, 'wb') as f: f.write(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1:])
    assert load() == ([3, 4], 10**30, True), at
put('def f(a): return "changed"\nclass C:\n    def m(self): return 0')
print(load())
for name in os.listdir(root + '/__pycache__'): os.unlink(root + '/__pycache__/' + name)
os.rmdir(root + '/__pycache__'); os.unlink(root + '/cached.py'); os.rmdir(root)
x = [1, (2.5, 'a'), {3: b'c'}]; x.append(x)
y = marshal.loads(marshal.dumps(x)); print(y[:3], y[3] is y)
for bad in (b'', b'i\0', b'?', b'r\0\0\0\0'):
    try: marshal.loads(bad)
    except Exception as e: print(type(e).__name__, e)

# expect: ([3, 4], 1000000000000000000000000000000, True)
# expect: True True
# expect: True 0
# expect: ([3, 4], 1000000000000000000000000000000, True)
# expect: True ([3, 4], 1000000000000000000000000000000, True)
# expect: True ([3, 4], 1000000000000000000000000000000, True)
# expect: True ([3, 4], 1000000000000000000000000000000, True)
# expect: True ([3, 4], 1000000000000000000000000000000, True)
# expect: True ([3, 4], 1000000000000000000000000000000, True)
# expect: ('changed', 0, True)
# expect: [1, (2.5, 'a'), {3: b'c'}] True
# expect: EOFError EOF read where object expected
# expect: EOFError marshal data too short
# expect: ValueError bad marshal data (unknown type code)
# expect: ValueError bad marshal data (invalid reference)
# needs: 3.14
