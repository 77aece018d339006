def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import os, sys
t(lambda: os.getpid() > 0)
t(lambda: os.getppid() > 0)
t(lambda: os.cpu_count() >= 1)
t(lambda: os.name)
t(lambda: os.sep)
t(lambda: os.linesep)
t(lambda: os.curdir)
t(lambda: os.pathsep)
t(lambda: os.devnull)
t(lambda: os.uname().sysname)
t(lambda: len(os.urandom(5)))
t(lambda: os.getuid() >= 0)
t(lambda: os.strerror(2))
t(lambda: os.fspath('a'))
t(lambda: os.fspath(b'b'))
t(lambda: os.fsencode('é'))
t(lambda: os.fsdecode(b'\xc3\xa9'))
t(lambda: os.times().user >= 0)
t(lambda: os.system('exit 3') >> 8)
t(lambda: os.popen('echo hi').read())
t(lambda: os.get_terminal_size.__name__)
t(lambda: os.fspath(5))
t(lambda: os.kill(os.getpid(), 0))
t(lambda: os.urandom(-1))
t(lambda: os.strerror('a'))
sys.stdout.flush()
pid = os.fork()
if pid == 0: os._exit(7)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))

# expect: True
# expect: True
# expect: True
# expect: 'posix'
# expect: '/'
# expect: '\n'
# expect: '.'
# expect: ':'
# expect: '/dev/null'
# expect: 'Linux'
# expect: 5
# expect: True
# expect: 'No such file or directory'
# expect: 'a'
# expect: b'b'
# expect: b'\xc3\xa9'
# expect: 'é'
# expect: True
# expect: 3
# expect: 'hi\n'
# expect: 'get_terminal_size'
# expect: TypeError expected str, bytes or os.PathLike object, not int
# expect: None
# expect: ValueError negative argument not allowed
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: 7
