import grp, os, resource, termios, time, tty

def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: os.waitpid(os.posix_spawn('/bin/true', ['true'], os.environ), 0)[1])
t(lambda: os.waitpid(os.posix_spawnp('sh', ['sh', '-c', 'exit 3'], os.environ, file_actions=[(os.POSIX_SPAWN_CLOSE, 0)], setsigdef=[2], setpgroup=0), 0)[1])
t(lambda: os.posix_spawn('/no/such', ['x'], {}))
t(lambda: os.posix_spawn('/bin/true', [], {}))
t(lambda: os.posix_spawn('/bin/true', [''], {}))
t(lambda: os.posix_spawn('/bin/true', ['x'], 5))
t(lambda: os.posix_spawn('/bin/true', ['x'], {}, file_actions=[5]))
t(lambda: os.posix_spawn('/bin/true', ['x'], {}, file_actions=[(9,)]))
t(lambda: os.posix_spawn('/bin/true', ['x'], {}, setsigmask=[0]))
fd = os.timerfd_create(time.CLOCK_MONOTONIC)
t(lambda: os.timerfd_settime(fd, initial=0.01, interval=1))
t(lambda: os.read(fd, 8))
t(lambda: os.timerfd_gettime(fd)[1])
t(lambda: os.timerfd_settime_ns(fd, initial=0)[1])
t(lambda: os.timerfd_gettime_ns(fd))
os.close(fd)
a, b = os.openpty()
t(lambda: termios.tcsetwinsize(b, (10, 20)))
t(lambda: termios.tcgetwinsize(a))
t(lambda: termios.tcsetwinsize(b, (10,)))
t(lambda: termios.tcsetattr(b, 0, 5))
t(lambda: tty.setraw(b) and None)
t(lambda: termios.tcgetattr(b)[6][4:7])
t(lambda: termios.tcdrain('x'))
os.close(a); os.close(b)
t(lambda: grp.getgrgid(0).gr_name)
t(lambda: grp.getgrnam('no such group'))
t(lambda: resource.getrlimit(99))
t(lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (50, 20)))
t(lambda: resource.setrlimit(resource.RLIMIT_NOFILE, (5,)))
t(lambda: resource.getrusage(99))
t(lambda: len(resource.getrusage(resource.RUSAGE_SELF)))

# expect: 0
# expect: 768
# expect: FileNotFoundError [Errno 2] No such file or directory: '/no/such'
# expect: ValueError posix_spawn: argv must not be empty
# expect: ValueError posix_spawn: argv first element cannot be empty
# expect: TypeError posix_spawn: environment must be a mapping object or None
# expect: TypeError Each file_actions element must be a non-empty tuple
# expect: TypeError Unknown file_actions identifier
# expect: ValueError signal number 0 out of range [1; 64]
# expect: (0.0, 0.0)
# expect: b'\x01\x00\x00\x00\x00\x00\x00\x00'
# expect: 1.0
# expect: 1000000000
# expect: (0, 0)
# expect: None
# expect: (10, 20)
# expect: TypeError tcsetwinsize, arg 2: must be a two-item sequence
# expect: TypeError tcsetattr, arg 3: must be 7 element list
# expect: None
# expect: [b'\x04', 0, 1]
# expect: TypeError argument must be an int, or have a fileno() method.
# expect: 'root'
# expect: KeyError "getgrnam(): name not found: 'no such group'"
# expect: ValueError invalid resource specified
# expect: ValueError current limit exceeds maximum limit
# expect: ValueError expected a tuple of 2 integers
# expect: ValueError invalid who parameter
# expect: 16
