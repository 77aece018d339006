def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import os, stat, tempfile
p = os.path.join(tempfile.mkdtemp(), 'f'); open(p, 'w').write('abc'); st = os.stat(p)
t(lambda: stat.S_ISREG(st.st_mode))
t(lambda: stat.S_ISDIR(st.st_mode))
t(lambda: stat.filemode(0o100644))
t(lambda: stat.filemode(0o40755))
t(lambda: st.st_size)
t(lambda: st[6])
t(lambda: len(st))
t(lambda: os.path.samefile(p, p))
t(lambda: st.st_mtime > 0)
t(lambda: st.st_mtime_ns > 0)
t(lambda: stat.S_IMODE(0o100777))
t(lambda: os.stat(p, follow_symlinks=False).st_size)
t(lambda: os.lstat(p).st_ino == st.st_ino)
t(lambda: type(st).__name__)
t(lambda: os.path.getmtime(p) == st.st_mtime)
t(lambda: os.stat_result((1,) * 10).st_mode)
t(lambda: os.stat_result((1, 2)))
t(lambda: os.stat('a\0b'))
t(lambda: os.chmod('/nope', 0o600))

# expect: True
# expect: False
# expect: '-rw-r--r--'
# expect: 'drwxr-xr-x'
# expect: 3
# expect: 3
# expect: 10
# expect: True
# expect: True
# expect: True
# expect: 511
# expect: 3
# expect: True
# expect: 'stat_result'
# expect: True
# expect: 1
# expect: TypeError os.stat_result() takes an at least 10-sequence (2-sequence given)
# expect: ValueError stat: embedded null character in path
# expect: FileNotFoundError [Errno 2] No such file or directory: '/nope'
