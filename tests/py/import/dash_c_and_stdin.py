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
def run(*a, inp=None):
    p = subprocess.run([sys.executable, *a], input=inp, capture_output=True, text=True)
    print(repr(p.stdout), p.returncode, p.stderr.strip().split(chr(10))[-1])
run('-c', 'print(1 + 1)'); run('-c', 'import sys; print(sys.argv)', 'x', '-y'); run('-', inp='print("from stdin")'); run('-c', '1/0'); run('-c', 'x =='); run('-c', 'import sys; sys.exit("msg")'); run('-c', 'print(__name__, "__file__" in globals())'); run('-c', 'raise SystemExit(9)'); run('-c', 'if 1:\n  print("multi")\n  print("line")'); run(inp='print("plain stdin"); import sys; print(sys.argv)')

# expect: '2\n' 0 
# expect: "['-c', 'x', '-y']\n" 0 
# expect: 'from stdin\n' 0 
# expect: '' 1 ZeroDivisionError: division by zero
# expect: '' 1 SyntaxError: invalid syntax
# expect: '' 1 msg
# expect: '__main__ False\n' 0 
# expect: '' 9 
# expect: 'multi\nline\n' 0 
# expect: "plain stdin\n['']\n" 0 
