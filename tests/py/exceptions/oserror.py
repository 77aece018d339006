def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: OSError().errno)
t(lambda: OSError(1).errno)
t(lambda: OSError(1, 'm').errno)
t(lambda: OSError(1, 'm').strerror)
t(lambda: OSError(1, 'm', 'f').filename)
t(lambda: OSError(1, 'm', 'f', None, 'g').filename2)
t(lambda: str(OSError()))
t(lambda: str(OSError('x')))
t(lambda: str(OSError(1, 'm')))
t(lambda: str(OSError(1, 'm', 'f')))
t(lambda: str(OSError(1, 'm', 'f', None, 'g')))
t(lambda: repr(OSError(1, 'm', 'f')))
t(lambda: OSError(1, 'm', 'f').args)
t(lambda: type(OSError(2, 'x')).__name__)
t(lambda: type(OSError(17, 'x')).__name__)
t(lambda: type(OSError(13, '')).__name__)
t(lambda: type(OSError(9999, '')).__name__)
t(lambda: str(OSError(5, 'io', b'bytes')))
t(lambda: str(OSError(1, 2, 3)))
t(lambda: FileNotFoundError(2, 'nf', 'p').filename)
t(lambda: str(FileNotFoundError('only msg')))
t(lambda: OSError('a', 'b').errno)
e = OSError(1, 'm'); e.filename = 'later'; print(e, e.filename); e.errno = 5; e.strerror = 'new'; print(e)
t(lambda: BlockingIOError(1, 'a', 5).characters_written)
t(lambda: BlockingIOError(1, 'a').characters_written)
t(lambda: ConnectionResetError.__mro__[1].__name__)
t(lambda: TimeoutError.__mro__[1].__name__)
t(lambda: IOError is OSError)

# expect: None
# expect: None
# expect: 1
# expect: 'm'
# expect: 'f'
# expect: 'g'
# expect: ''
# expect: 'x'
# expect: '[Errno 1] m'
# expect: "[Errno 1] m: 'f'"
# expect: "[Errno 1] m: 'f' -> 'g'"
# expect: "PermissionError(1, 'm')"
# expect: (1, 'm')
# expect: 'FileNotFoundError'
# expect: 'FileExistsError'
# expect: 'PermissionError'
# expect: 'OSError'
# expect: "[Errno 5] io: b'bytes'"
# expect: '[Errno 1] 2: 3'
# expect: 'p'
# expect: 'only msg'
# expect: 'a'
# expect: [Errno 1] m: 'later' later
# expect: [Errno 5] new: 'later'
# expect: 5
# expect: AttributeError characters_written
# expect: 'ConnectionError'
# expect: 'OSError'
# expect: True
