def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import os, tempfile
d = tempfile.mkdtemp(); os.chdir(d)
t(lambda: os.mkdir('a'))
t(lambda: os.makedirs('b/c/d'))
t(lambda: os.makedirs('b/c', exist_ok=True))
t(lambda: sorted(os.listdir()))
t(lambda: open('f', 'w').write('hi'))
t(lambda: os.stat('f').st_size)
t(lambda: os.rename('f', 'g'))
t(lambda: os.replace('g', 'h'))
t(lambda: os.path.isfile('h'))
t(lambda: os.remove('h'))
t(lambda: os.rmdir('a'))
t(lambda: os.removedirs('b/c/d'))
t(lambda: os.listdir())
t(lambda: os.path.basename(os.getcwd()) == os.path.basename(d))
t(lambda: os.symlink('x', 'l'))
t(lambda: os.readlink('l'))
t(lambda: os.path.islink('l'))
t(lambda: os.path.exists('l'))
t(lambda: os.path.lexists('l'))
t(lambda: os.unlink('l'))
t(lambda: os.access('.', os.R_OK))
t(lambda: os.mkdir('z'))
t(lambda: open('z/f', 'w').close())
t(lambda: os.chmod('z/f', 0o600))
t(lambda: oct(os.stat('z/f').st_mode & 0o777))
t(lambda: [e.name for e in os.scandir('z')])
t(lambda: os.utime('z/f', (1, 2)))
t(lambda: os.stat('z/f').st_mtime)
t(lambda: os.link('z/f', 'z/g'))
t(lambda: os.stat('z/f').st_nlink)
t(lambda: os.truncate('z/f', 5))
t(lambda: os.path.getsize('z/g'))
t(lambda: os.mkdir('z'))
t(lambda: os.rmdir('z'))
t(lambda: os.remove('nope'))
t(lambda: os.makedirs('z'))
t(lambda: os.listdir('nope'))
t(lambda: os.rename('nope', 'x'))
t(lambda: os.stat(5.5))
t(lambda: os.chdir('nope'))

# expect: None
# expect: None
# expect: None
# expect: ['a', 'b']
# expect: 2
# expect: 2
# expect: None
# expect: None
# expect: True
# expect: None
# expect: None
# expect: None
# expect: []
# expect: True
# expect: None
# expect: 'x'
# expect: True
# expect: False
# expect: True
# expect: None
# expect: True
# expect: None
# expect: None
# expect: None
# expect: '0o600'
# expect: ['f']
# expect: None
# expect: 2.0
# expect: None
# expect: 2
# expect: None
# expect: 5
# expect: FileExistsError [Errno 17] File exists: 'z'
# expect: OSError [Errno 39] Directory not empty: 'z'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: FileExistsError [Errno 17] File exists: 'z'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope' -> 'x'
# expect: TypeError stat: path should be string, bytes, os.PathLike or integer, not float
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
