from pathlib import *
import tempfile, os
d = Path(tempfile.mkdtemp())
os.chdir(d)
p = d / 'sub' / 'file.txt'
p.parent.mkdir()
print(p.write_text('héllo\nx\n', encoding='utf8'), p.read_text('utf8'), p.read_bytes(), p.exists())
print(p.is_file(), p.parent.is_dir(), p.name, p.stem, p.suffix, p.suffixes)
print(p.with_suffix('.md').name, p.with_name('n').name, p.with_stem('q').name, p.relative_to(d))
print(p.stat().st_size)
(d / 'a.py').touch()
(d / 'sub' / 'b.py').touch()
(d / 'sub' / 'deep').mkdir(parents=True)
(d / 'sub/deep/c.py').write_bytes(b'1')
print(sorted((x.relative_to(d).as_posix() for x in d.rglob('*.py'))))
print(sorted((x.name for x in d.glob('*'))), sorted((x.name for x in d.iterdir())))
print(sorted((str(x.relative_to(d)) for x in d.glob('**/*'))))
print(sorted((x.name for x in d.glob('sub/?.py'))))
with p.open() as f:
    print(f.readline())
print(p.rename(d / 'moved.txt').name, p.exists(), (d / 'moved.txt').unlink())
print((d / 'ln').symlink_to('a.py'), (d / 'ln').is_symlink(), (d / 'ln').readlink())
print((d / 'ln').resolve().name, Path('a.py').absolute() == d / 'a.py' or True)
for g in (
    lambda: (d / 'nope').read_text(), lambda: (d / 'sub').mkdir(), lambda: (d / 'x/y').mkdir(),
    lambda: (d / 'nope').unlink(), lambda: (d / 'sub').rmdir(), lambda: p.relative_to('/zzz'),
    lambda: Path('a').with_name(''), lambda: Path('a').with_suffix('x'),
    lambda: Path('/').with_name('x'), lambda: list(Path('.').glob('')),
    lambda: list(Path('.').glob('/x')), lambda: Path(1), lambda: Path('a') / 1,
    lambda: Path('a') < 1, lambda: (d / 'nope').resolve(strict=True),
    lambda: (d / 'a.py').write_text(b'x'), lambda: (d / 'a.py').write_bytes('x'),
    lambda: (d / 'nope').stat(), lambda: PurePath('a') < PureWindowsPath('a'),
    lambda: Path('~nosuchuser').expanduser(),
):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, str(e).replace(str(d), 'D'))
q = PurePosixPath('/usr/./lib//python/../x.tar.gz')
print(q, q.parts, q.root, q.anchor, q.drive, list(map(str, q.parents))[:3])
print(q.is_absolute(), q.as_uri(), q.match('*.gz'), q.joinpath('a', '/b'), repr(q))
print(hash(q) == hash(PurePosixPath(str(q))), q == PurePosixPath('/usr/lib/python/../x.tar.gz'))
print(bytes(q), PurePath(), PurePath('a', 'b') / 'c', 'z' / PurePath('y'), q.is_relative_to('/usr'))
print(q.parents[0], len(q.parents))
w = PureWindowsPath('C:\\Users\\x\\..\\f.txt')
print(w, w.parts, w.drive, w.root, w.as_posix(), w.name)
print(w == PureWindowsPath('c:/users/X/../F.TXT'), repr(w), w.is_reserved(), w.as_uri())
print(PureWindowsPath('a') / 'C:/b', PureWindowsPath('//srv/share/d').drive)
import shutil
os.chdir('/')
shutil.rmtree(d)
print(Path.cwd(), Path('/etc/../tmp').resolve(), Path.home() == Path('~').expanduser())

# expect: 8 héllo
# expect: x
# expect:  b'h\xc3\xa9llo\nx\n' True
# expect: True True file.txt file .txt ['.txt']
# expect: file.md n q.txt sub/file.txt
# expect: 9
# expect: ['a.py', 'sub/b.py', 'sub/deep/c.py']
# expect: ['a.py', 'sub'] ['a.py', 'sub']
# expect: ['a.py', 'sub', 'sub/b.py', 'sub/deep', 'sub/deep/c.py', 'sub/file.txt']
# expect: ['b.py']
# expect: héllo
# expect:
# expect: moved.txt False None
# expect: None True a.py
# expect: a.py True
# expect: FileNotFoundError [Errno 2] No such file or directory: 'D/nope'
# expect: FileExistsError [Errno 17] File exists: 'D/sub'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'D/x/y'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'D/nope'
# expect: OSError [Errno 39] Directory not empty: 'D/sub'
# expect: ValueError 'D/sub/file.txt' is not in the subpath of '/zzz' OR one path is relative and the other is absolute.
# expect: ValueError Invalid name ''
# expect: ValueError Invalid suffix 'x'
# expect: ValueError PosixPath('/') has an empty name
# expect: ValueError Unacceptable pattern: ''
# expect: NotImplementedError Non-relative patterns are unsupported
# expect: TypeError expected str, bytes or os.PathLike object, not int
# expect: TypeError unsupported operand type(s) for /: 'PosixPath' and 'int'
# expect: TypeError '<' not supported between instances of 'PosixPath' and 'int'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'D/nope'
# expect: TypeError data must be str, not bytes
# expect: TypeError memoryview: a bytes-like object is required, not 'str'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'D/nope'
# expect: TypeError '<' not supported between instances of 'PurePosixPath' and 'PureWindowsPath'
# expect: RuntimeError Could not determine home directory.
# expect: /usr/lib/python/../x.tar.gz ('/', 'usr', 'lib', 'python', '..', 'x.tar.gz') / /  ['/usr/lib/python/..', '/usr/lib/python', '/usr/lib']
# expect: True file:///usr/lib/python/../x.tar.gz True /b PurePosixPath('/usr/lib/python/../x.tar.gz')
# expect: True True
# expect: b'/usr/lib/python/../x.tar.gz' . a/b/c z/y True
# expect: /usr/lib/python/.. 5
# expect: C:\Users\x\..\f.txt ('C:\\', 'Users', 'x', '..', 'f.txt') C: \ C:/Users/x/../f.txt f.txt
# expect: True PureWindowsPath('C:/Users/x/../f.txt') False file:///C:/Users/x/../f.txt
# expect: C:\b \\srv\share
# expect: / /tmp True
# lib: -3.12
