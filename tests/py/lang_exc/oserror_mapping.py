import errno
for n in ('ENOENT', 'EEXIST', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'EPIPE', 'ECHILD', 'EAGAIN', 'ETIMEDOUT', 'ECONNREFUSED', 'EINTR', 'ESRCH', 'EINVAL'):
    e = OSError(getattr(errno, n), 'msg'); print(n, type(e).__name__, e.errno == getattr(errno, n))
print(OSError(2, 'a', 'f'), repr(OSError(2, 'a', 'f')), OSError(2, 'a', 'f', None, 'g'), OSError('x'), OSError(), OSError(1, 2, 3, 4, 5).args)
e = OSError(2, 'No', 'file.txt'); print(e.errno, e.strerror, e.filename, e.filename2, e.args)
print(IOError is OSError, EnvironmentError is OSError, FileNotFoundError.__mro__[1].__name__, BlockingIOError(11, 'x', 5).characters_written)
try: open('/nonexistent/file')
except FileNotFoundError as e: print(e, e.filename)
try: open('/')
except IsADirectoryError as e: print(e)
class My(OSError): pass
print(type(My(2, 'x')).__name__, My(2, 'x').errno, ConnectionError.__subclasses__() != [])

# expect: ENOENT FileNotFoundError True
# expect: EEXIST FileExistsError True
# expect: EACCES PermissionError True
# expect: EPERM PermissionError True
# expect: EISDIR IsADirectoryError True
# expect: ENOTDIR NotADirectoryError True
# expect: EPIPE BrokenPipeError True
# expect: ECHILD ChildProcessError True
# expect: EAGAIN BlockingIOError True
# expect: ETIMEDOUT TimeoutError True
# expect: ECONNREFUSED ConnectionRefusedError True
# expect: EINTR InterruptedError True
# expect: ESRCH ProcessLookupError True
# expect: EINVAL OSError True
# expect: [Errno 2] a: 'f' FileNotFoundError(2, 'a') [Errno 2] a: 'f' -> 'g' x  (1, 2)
# expect: 2 No file.txt None (2, 'No')
# expect: True True OSError 5
# expect: [Errno 2] No such file or directory: '/nonexistent/file' /nonexistent/file
# expect: [Errno 21] Is a directory: '/'
# expect: My 2 True
