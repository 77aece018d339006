def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import subprocess as s, sys
def py(c, **k): return s.run([sys.executable, '-c', c], capture_output=True, text=True, **k)
t(lambda: py('print(1)').stdout)
t(lambda: py('import sys; sys.exit(3)').returncode)
t(lambda: py('import sys; print(sys.stdin.read().upper())', input='abc').stdout)
t(lambda: py('1/0').stderr.split('\n')[-2])
t(lambda: s.check_output(['echo', 'x']))
t(lambda: s.run('echo $((1+2))', shell=True, capture_output=True).stdout)
t(lambda: s.getoutput('echo q'))
t(lambda: s.call(['true']))
t(lambda: py('import os; print(os.environ["K"])', env={'K': 'v'}).stdout)
t(lambda: s.run(['false'], check=True))
t(lambda: s.run(['no_such_cmd_zz']))
t(lambda: py('import time; time.sleep(5)', timeout=0.2).x if 0 else 0)
p = s.Popen([sys.executable, '-c', 'for l in iter(input, "q"): print(l * 2, flush=True)'], stdin=s.PIPE, stdout=s.PIPE, text=True)
t(lambda: p.stdin.write('a\nb\nq\n'))
t(lambda: p.stdin.flush())
t(lambda: p.stdout.read())
t(lambda: p.wait())
t(lambda: p.poll())
t(lambda: p.returncode)
t(lambda: p.stdin.close())
t(lambda: p.stdout.close())
try: s.run([sys.executable, '-c', 'import time; time.sleep(5)'], timeout=0.3)
except s.TimeoutExpired as e: print(type(e).__name__)
q = s.Popen(['sleep', '5']); q.terminate(); print(q.wait())

# expect: '1\n'
# expect: 3
# expect: 'ABC\n'
# expect: 'ZeroDivisionError: division by zero'
# expect: b'x\n'
# expect: b'3\n'
# expect: 'q'
# expect: 0
# expect: 'v\n'
# expect: CalledProcessError Command '['false']' returned non-zero exit status 1.
# expect: FileNotFoundError [Errno 2] No such file or directory: 'no_such_cmd_zz'
# expect: 0
# expect: 6
# expect: None
# expect: 'aa\nbb\n'
# expect: 0
# expect: 0
# expect: 0
# expect: None
# expect: None
# expect: TimeoutExpired
# expect: -15
