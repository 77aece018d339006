import subprocess, sys
r = subprocess.run(['echo', 'hi'], capture_output=True, text=True)
print(r, r.args, r.returncode, r.stdout)
print(subprocess.check_output('echo a; echo b >&2; exit 0', shell=True, stderr=subprocess.STDOUT))
print(subprocess.call(['false']), subprocess.getoutput('echo x'))
print(subprocess.getstatusoutput('exit 3'))
for f in (
    lambda: subprocess.run(['false'], check=True),
    lambda: subprocess.check_output(['sh', '-c', 'echo o; exit 2']),
    lambda: subprocess.run(['nope_cmd']),
    lambda: subprocess.run('x', shell=True, capture_output=True, stdout=1),
    lambda: subprocess.run(['cat'], input='x', stdin=subprocess.PIPE),
    lambda: subprocess.run(['kill', '-9', '1'], cwd='/nope'), lambda: subprocess.Popen(5),
    lambda: subprocess.run([]), lambda: subprocess.run(['sh', '-c', 'kill -9 $$'], check=True),
    lambda: subprocess.Popen(['true'], bufsize='x'), lambda: subprocess.run(['/etc/passwd']),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
p = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
print(p.communicate('data\n'), p.returncode, p.poll(), p.wait(), p.pid > 0)
with subprocess.Popen([sys.executable, '-c', 'import sys; print(sys.stdin.read().upper()); sys.exit(4)'], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as p:
    out, _ = p.communicate(b'abc')
    print(out, p.returncode)
p = subprocess.Popen(['sleep', '9'])
p.terminate()
print(p.wait(), p)
p = subprocess.Popen(['sleep', '9'])
p.kill()
print(p.wait())
p1 = subprocess.Popen(['echo', 'b\na'], stdout=subprocess.PIPE)
p2 = subprocess.Popen(['sort'], stdin=p1.stdout, stdout=subprocess.PIPE)
p1.stdout.close()
print(p2.communicate()[0], p1.wait())
print(subprocess.run(['env'], env={'A': '1'}, capture_output=True).stdout)
print(subprocess.run(['pwd'], cwd='/', capture_output=True).stdout)
print(subprocess.run(['sh', '-c', 'echo $0 $1', 'x', 'y'], stdout=-1).stdout)
print(subprocess.list2cmdline(['a b', 'c"d']))
print(subprocess.run(['true'], stdout=subprocess.DEVNULL, preexec_fn=lambda: None, start_new_session=True, close_fds=False, pass_fds=()).returncode)
e = subprocess.CalledProcessError(1, 'cmd', b'o', b'e')
print(e, repr(e), e.stdout, e.cmd)
print(repr(subprocess.TimeoutExpired('c', 5)), subprocess.CompletedProcess('a', 0).check_returncode())

# expect: CompletedProcess(args=['echo', 'hi'], returncode=0, stdout='hi\n', stderr='') ['echo', 'hi'] 0 hi
# expect:
# expect: b'a\nb\n'
# expect: 1 x
# expect: (3, '')
# expect: CalledProcessError Command '['false']' returned non-zero exit status 1.
# expect: CalledProcessError Command '['sh', '-c', 'echo o; exit 2']' returned non-zero exit status 2.
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope_cmd'
# expect: ValueError stdout and stderr arguments may not be used with capture_output.
# expect: ValueError stdin and input arguments may not both be used.
# expect: FileNotFoundError [Errno 2] No such file or directory: '/nope'
# expect: TypeError 'int' object is not iterable
# expect: IndexError list index out of range
# expect: CalledProcessError Command '['sh', '-c', 'kill -9 $$']' died with <Signals.SIGKILL: 9>.
# expect: TypeError bufsize must be an integer
# expect: PermissionError [Errno 13] Permission denied: '/etc/passwd'
# expect: ('data\n', None) 0 0 0 True
# expect: b'ABC\n' 4
# expect: -15 <Popen: returncode: -15 args: ['sleep', '9']>
# expect: -9
# expect: b'a\nb\n' 0
# expect: b'A=1\n'
# expect: b'/\n'
# expect: b'x y\n'
# expect: "a b" c\"d
# expect: 0
# expect: Command 'cmd' returned non-zero exit status 1. CalledProcessError(1, 'cmd', b'o', b'e') b'o' cmd
# expect: TimeoutExpired('c', 5) None
