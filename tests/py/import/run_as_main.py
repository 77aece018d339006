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
import subprocess
put('mm.py', 'import sys\nprint(__name__, sys.argv[1:])\nif __name__ == "__main__": sys.exit(4)')
put('mp/__init__.py', 'print("init", __name__)')
put('mp/__main__.py', 'print("main", __name__, __package__)\nfrom . import h\nprint(h.v)')
put('mp/h.py', 'v = 7')
def run(*a):
    p = subprocess.run([sys.executable, *a], cwd=root, capture_output=True, text=True, env={**os.environ, 'PYTHONPATH': root, 'PYTHONDONTWRITEBYTECODE': '1'})
    print(p.stdout.strip().replace(chr(10), ' / '), p.returncode, p.stderr.strip().split(chr(10))[-1].split(': ', 1)[-1])
run('mm.py', 'a', 'b'); run('-m', 'mm', 'x'); run('-m', 'mp'); run('-m', 'mp.h'); run('mp'); run('-m', 'nope_mod'); run('-c', 'print(__name__); import mp')

# expect: __main__ ['a', 'b'] 4 
# expect: __main__ ['x'] 4 
# expect: init mp / main __main__ mp / 7 0 
# expect: init mp 0 
# expect: main __main__ 1 attempted relative import with no known parent package
# expect:  1 No module named nope_mod
# expect: __main__ / init mp 0 
