import tempfile, glob, os, fnmatch, shutil
with tempfile.TemporaryDirectory(prefix='pre_', suffix='_suf') as d:
    print(os.path.basename(d)[:4], d[-4:], os.path.isdir(d))
    for n in ('a.txt', 'b.txt', 'c.py', '.hid', '[x].txt', 'sub/d.txt', 'sub/deep/e.txt'):
        os.makedirs(os.path.dirname(os.path.join(d, n)), exist_ok=True)
        open(os.path.join(d, n), 'w').close()
    g = lambda p, **k: sorted((os.path.relpath(x, d) for x in glob.glob(os.path.join(d, p), **k)))
    print(g('*'), g('*.txt'), g('?.txt'), g('[ab].txt'), g('[!a].txt'), g('**', recursive=True))
    print(g('**/*.txt', recursive=True), g('.*'), g('sub/*'), g('nope'), g('[[]x].txt'))
    print(sorted(glob.glob('*.txt', root_dir=d)), list(glob.iglob('*.py', root_dir=d)))
    print(glob.escape('[a]*?'), g('*', include_hidden=True))
print(os.path.exists(d))
with tempfile.NamedTemporaryFile('w+', suffix='.t') as f:
    f.write('tmp')
    f.flush()
    f.seek(0)
    print(f.read(), f.name[-2:], os.path.exists(f.name), type(f).__name__)
print(os.path.exists(f.name))
with tempfile.TemporaryFile() as f:
    f.write(b'x')
    f.seek(0)
    print(f.read(), isinstance(f.name, int))
with tempfile.SpooledTemporaryFile(max_size=5) as f:
    f.write(b'abc')
    print(f._rolled)
    f.write(b'defg')
    print(f._rolled)
    f.seek(0)
    print(f.read())
fd, n = tempfile.mkstemp(text=True)
os.close(fd)
os.unlink(n)
print(tempfile.gettempdir(), tempfile.gettempprefix(), tempfile.template)
print(fnmatch.fnmatch('a.TXT', '*.txt'), fnmatch.fnmatchcase('a.TXT', '*.txt'))
print(fnmatch.filter(['a.py', 'b.c', 'cc.py'], '?.py'), fnmatch.translate('*.[ch]?'))
print([fnmatch.fnmatch('abc', p) for p in ('*', 'a*c', '[a-c]bc', '[!a]bc', 'a?c', '', '[')])

# expect: pre_ _suf True
# expect: ['[x].txt', 'a.txt', 'b.txt', 'c.py', 'sub'] ['[x].txt', 'a.txt', 'b.txt'] ['a.txt', 'b.txt'] ['a.txt', 'b.txt'] ['b.txt'] ['.', '[x].txt', 'a.txt', 'b.txt', 'c.py', 'sub', 'sub/d.txt', 'sub/deep', 'sub/deep/e.txt']
# expect: ['[x].txt', 'a.txt', 'b.txt', 'sub/d.txt', 'sub/deep/e.txt'] ['.hid'] ['sub/d.txt', 'sub/deep'] [] ['[x].txt']
# expect: ['[x].txt', 'a.txt', 'b.txt'] ['c.py']
# expect: [[]a][*][?] ['.hid', '[x].txt', 'a.txt', 'b.txt', 'c.py', 'sub']
# expect: False
# expect: tmp .t True _TemporaryFileWrapper
# expect: False
# expect: b'x' True
# expect: False
# expect: True
# expect: b'abcdefg'
# expect: /tmp tmp tmp
# expect: False False
# expect: ['a.py'] (?s:.*\.[ch].)\Z
# expect: [True, True, True, False, True, False, False]
# lib: -3.13
