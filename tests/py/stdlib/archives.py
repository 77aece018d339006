import zipfile, tarfile, gzip, bz2, lzma, io, os, tempfile, shutil
d = tempfile.mkdtemp()
os.chdir(d)
open('a.txt', 'w').write('alpha' * 50)
os.mkdir('sub')
open('sub/b.txt', 'w').write('beta')
with zipfile.ZipFile('t.zip', 'w', zipfile.ZIP_DEFLATED) as z:
    z.write('a.txt')
    z.write('sub/b.txt', 'renamed/b.txt')
    z.writestr('s.txt', 'str')
    z.writestr(zipfile.ZipInfo('i.txt', (2020, 1, 1, 0, 0, 0)), b'info')
with zipfile.ZipFile('t.zip') as z:
    print(z.namelist(), z.read('a.txt')[:5], z.getinfo('a.txt').file_size, z.testzip())
    print(z.open('s.txt').read(), z.infolist()[3], [i.is_dir() for i in z.infolist()])
    z.extractall('out')
    print(sorted(os.listdir('out')))
print(zipfile.is_zipfile('t.zip'), zipfile.is_zipfile('a.txt'), [str(p.name) for p in zipfile.Path('t.zip').iterdir()])
for f in (
    lambda: zipfile.ZipFile('a.txt'), lambda: zipfile.ZipFile('t.zip').read('nope'),
    lambda: zipfile.ZipFile('nope.zip'), lambda: zipfile.ZipFile('t.zip', 'q'),
    lambda: gzip.decompress(b'x'), lambda: bz2.decompress(b'xx'), lambda: lzma.decompress(b'xx'),
    lambda: tarfile.open('a.txt'), lambda: gzip.open('a.txt').read(),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
for m in ('w', 'w:gz', 'w:bz2', 'w:xz'):
    with tarfile.open('t.tar', m) as t:
        t.add('a.txt')
        t.add('sub')
        ti = tarfile.TarInfo('mem')
        ti.size = 3
        t.addfile(ti, io.BytesIO(b'xyz'))
    with tarfile.open('t.tar') as t:
        print(m, t.getnames(), t.extractfile('mem').read(), t.getmember('sub').isdir())
        print(t.getmember('a.txt').size)
with gzip.open('g.gz', 'wt') as g:
    g.write('text\n' * 3)
print(gzip.open('g.gz', 'rt').readlines(), gzip.decompress(gzip.compress(b'gz')))
print(bz2.decompress(bz2.compress(b'bz')), lzma.decompress(lzma.compress(b'lz')))
print(bz2.open(io.BytesIO(bz2.compress(b'x'))).read())
print(lzma.LZMADecompressor().decompress(lzma.compress(b'q')))
print(os.path.basename(shutil.make_archive('arc', 'zip', 'sub')))
print(shutil.unpack_archive('arc.zip', 'un'), os.listdir('un'))
print([f[0] for f in shutil.get_archive_formats()])
os.chdir('/')
shutil.rmtree(d)

# expect: ['a.txt', 'renamed/b.txt', 's.txt', 'i.txt'] b'alpha' 250 None
# expect: b'str' <ZipInfo filename='i.txt' filemode='?rw-------' file_size=4> [False, False, False, False]
# expect: ['a.txt', 'i.txt', 'renamed', 's.txt']
# expect: True False ['a.txt', 's.txt', 'i.txt', 'renamed']
# expect: BadZipFile File is not a zip file
# expect: KeyError "There is no item named 'nope' in the archive"
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope.zip'
# expect: ValueError ZipFile requires mode 'r', 'w', 'x', or 'a'
# expect: BadGzipFile Not a gzipped file (b'x')
# expect: OSError Invalid data stream
# expect: LZMAError Input format not supported by decoder
# expect: ReadError file could not be opened successfully:
# expect: - method gz: ReadError('not a gzip file')
# expect: - method bz2: ReadError('not a bzip2 file')
# expect: - method xz: ReadError('not an lzma file')
# expect: - method tar: ReadError('truncated header')
# expect: BadGzipFile Not a gzipped file (b'al')
# expect: w ['a.txt', 'sub', 'sub/b.txt', 'mem'] b'xyz' True
# expect: 250
# expect: w:gz ['a.txt', 'sub', 'sub/b.txt', 'mem'] b'xyz' True
# expect: 250
# expect: w:bz2 ['a.txt', 'sub', 'sub/b.txt', 'mem'] b'xyz' True
# expect: 250
# expect: w:xz ['a.txt', 'sub', 'sub/b.txt', 'mem'] b'xyz' True
# expect: 250
# expect: ['text\n', 'text\n', 'text\n'] b'gz'
# expect: b'bz' b'lz'
# expect: b'x'
# expect: b'q'
# expect: arc.zip
# expect: None ['b.txt']
# expect: ['bztar', 'gztar', 'tar', 'xztar', 'zip']
# lib: -3.13
