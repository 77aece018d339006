def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import os.path as p
t(lambda: p.join('a', 'b'))
t(lambda: p.join('a', '/b'))
t(lambda: p.join('a/', 'b'))
t(lambda: p.join('', 'a'))
t(lambda: p.split('/a/b.txt'))
t(lambda: p.splitext('a.tar.gz'))
t(lambda: p.splitext('.bashrc'))
t(lambda: p.basename('/a/b/'))
t(lambda: p.dirname('/a/b'))
t(lambda: p.normpath('a//b/../c/.'))
t(lambda: p.normpath('/..'))
t(lambda: p.isabs('/a'))
t(lambda: p.commonpath(['/a/b', '/a/c']))
t(lambda: p.commonprefix(['abc', 'abd']))
t(lambda: p.relpath('/a/b', '/a/c'))
t(lambda: p.expanduser('x'))
t(lambda: p.exists('/nope'))
t(lambda: p.normcase('A'))
t(lambda: p.splitdrive('/a'))
t(lambda: p.join(b'a', b'b'))
t(lambda: p.abspath('/a/../b'))
t(lambda: p.join('a', b'b'))
t(lambda: p.join('a', 5))
t(lambda: p.basename(5))
t(lambda: p.commonpath([]))
t(lambda: p.commonpath(['/a', 'b']))
t(lambda: p.getsize('/nope/x'))

# expect: 'a/b'
# expect: '/b'
# expect: 'a/b'
# expect: 'a'
# expect: ('/a', 'b.txt')
# expect: ('a.tar', '.gz')
# expect: ('.bashrc', '')
# expect: ''
# expect: '/a'
# expect: 'a/c'
# expect: '/'
# expect: True
# expect: '/a'
# expect: 'ab'
# expect: '../b'
# expect: 'x'
# expect: False
# expect: 'A'
# expect: ('', '/a')
# expect: b'a/b'
# expect: '/b'
# expect: TypeError Can't mix strings and bytes in path components
# expect: TypeError join() argument must be str, bytes, or os.PathLike object, not 'int'
# expect: TypeError expected str, bytes or os.PathLike object, not int
# expect: ValueError commonpath() arg is an empty sequence
# expect: ValueError Can't mix absolute and relative paths
# expect: FileNotFoundError [Errno 2] No such file or directory: '/nope/x'
