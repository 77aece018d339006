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
put('mod_err.py', 'def f():\n    raise ValueError("from mod")')
put('script2.py', 'import mod_err\nprint("start")\nmod_err.f()')
p = subprocess.run([sys.executable, os.path.join(root, 'script2.py')], capture_output=True, text=True)
print(p.stdout.strip(), p.returncode)
print([l.strip().replace(root, 'ROOT') for l in p.stderr.split(chr(10)) if l.strip() and '^' not in l and '~' not in l])
put('script3.py', 'x = 1\nif x\n    print(x)')
p = subprocess.run([sys.executable, os.path.join(root, 'script3.py')], capture_output=True, text=True)
print(p.returncode, [l.replace(root, 'ROOT') for l in p.stderr.strip().split(chr(10))])
p = subprocess.run([sys.executable, os.path.join(root, 'nofile.py')], capture_output=True, text=True)
print(p.returncode, 'No such file' in p.stderr)

# expect: start 1
# expect: ['Traceback (most recent call last):', 'File "ROOT/script2.py", line 3, in <module>', 'mod_err.f()', 'File "ROOT/mod_err.py", line 2, in f', 'raise ValueError("from mod")', 'ValueError: from mod']
# expect: 1 ['File "ROOT/script3.py", line 2', '    if x', '        ^', "SyntaxError: expected ':'"]
# expect: 2 True
