def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

from pathlib import PurePosixPath as P, PureWindowsPath as W
t(lambda: P('a') / 'b')
t(lambda: P('/a/b').parts)
t(lambda: P('a/b.tar.gz').suffixes)
t(lambda: P('a/b.txt').with_suffix('.py'))
t(lambda: P('a/b').with_name('c'))
t(lambda: P('/a/b').parent)
t(lambda: [str(x) for x in P('/a/b/c').parents])
t(lambda: P('/a/b').relative_to('/a'))
t(lambda: P('a/../b'))
t(lambda: P('a//b/./c'))
t(lambda: P('/a').is_absolute())
t(lambda: P('a/b.py').match('*.py'))
t(lambda: P('a') < P('b'))
t(lambda: P('a') == P('a/'))
t(lambda: hash(P('a')) == hash(P('a/.')))
t(lambda: str(P('.')))
t(lambda: repr(P('a')))
t(lambda: P('a').joinpath('b', 'c'))
t(lambda: P('a/b').as_posix())
t(lambda: W('C:\\a\\b').drive)
t(lambda: W('c:/A') == W('C:/a'))
t(lambda: P('a', 'b', '/c'))
t(lambda: P('x.y').stem)
t(lambda: P(''))
t(lambda: P('a/b').is_relative_to('a'))
t(lambda: 'q' / P('r'))
t(lambda: P('a.b').with_stem('z'))
t(lambda: P('a').as_uri.__name__)
t(lambda: P('a').with_name(''))
t(lambda: P('a') / 5)
t(lambda: P('a').with_suffix('x'))
t(lambda: P('a') < 'b')
t(lambda: P('a').as_uri())

# expect: PurePosixPath('a/b')
# expect: ('/', 'a', 'b')
# expect: ['.tar', '.gz']
# expect: PurePosixPath('a/b.py')
# expect: PurePosixPath('a/c')
# expect: PurePosixPath('/a')
# expect: ['/a/b', '/a', '/']
# expect: PurePosixPath('b')
# expect: PurePosixPath('a/../b')
# expect: PurePosixPath('a/b/c')
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: '.'
# expect: "PurePosixPath('a')"
# expect: PurePosixPath('a/b/c')
# expect: 'a/b'
# expect: 'C:'
# expect: True
# expect: PurePosixPath('/c')
# expect: 'x'
# expect: PurePosixPath('.')
# expect: True
# expect: PurePosixPath('q/r')
# expect: PurePosixPath('z.b')
# expect: 'as_uri'
# expect: ValueError Invalid name ''
# expect: TypeError unsupported operand type(s) for /: 'PurePosixPath' and 'int'
# expect: ValueError Invalid suffix 'x'
# expect: TypeError '<' not supported between instances of 'PurePosixPath' and 'str'
# expect: ValueError relative path can't be expressed as a file URI
