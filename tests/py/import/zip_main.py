import zipfile, sys, tempfile, os, subprocess
d = tempfile.mkdtemp()
z = d + '/t.zip'
with zipfile.ZipFile(z, 'w') as f:
    f.writestr('zm.py', 'V = 7\ndef f(): 1/0')
    f.writestr('zp/__init__.py', 'P = 1')
    f.writestr('zp/q.py', 'Q = 2')
    f.writestr('__main__.py', 'import zm; print("zip main", zm.V, __name__)')
sys.path.insert(0, z)
import zm, zp.q
print(zm.V, zp.q.Q, type(zm.__loader__).__name__, zm.__file__.endswith('t.zip/zm.py'))
import pkgutil
print(pkgutil.get_data('zp', 'q.py'))
import inspect
print(inspect.getsource(zm.f))
print(subprocess.run([sys.executable, z], capture_output=True, text=True).stdout)
os.mkdir(d + '/app')
open(d + '/app/__main__.py', 'w').write('import sys; print("dir main", __name__, len(sys.argv))')
print(subprocess.run([sys.executable, d + '/app', 'x'], capture_output=True, text=True).stdout, subprocess.run([sys.executable, '-c', 'import sys; print(sys.argv, __name__)', 'a', 'b'], capture_output=True, text=True).stdout, subprocess.run([sys.executable, '-'], input='print("from stdin", __name__)', capture_output=True, text=True).stdout)
r = subprocess.run([sys.executable, '-c', 'raise SystemExit(3)'])
print(r.returncode)
r = subprocess.run([sys.executable, '-m', 'nope_zz'], capture_output=True, text=True)
print(r.returncode, r.stderr.split(':', 1)[1])
r = subprocess.run([sys.executable, d + '/none.py'], capture_output=True, text=True)
print(r.returncode, 'No such file' in r.stderr)

# expect: 7 2 zipimporter True
# expect: b'Q = 2'
# expect: def f(): 1/0
# expect:
# expect: zip main 7 __main__
# expect:
# expect: dir main __main__ 2
# expect:  ['-c', 'a', 'b'] __main__
# expect:  from stdin __main__
# expect:
# expect: 3
# expect: 1  No module named nope_zz
# expect:
# expect: 2 True
