import zipfile, tarfile, gzip, io, bz2, lzma
b = io.BytesIO()
with zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('a.txt', 'hello' * 50); z.writestr('d/b', b'x')
with zipfile.ZipFile(b) as z: print(z.namelist(), z.read('d/b'), z.getinfo('a.txt').file_size, z.testzip())
t = io.BytesIO()
with tarfile.open(fileobj=t, mode='w:gz') as f: i = tarfile.TarInfo('q'); i.size = 3; f.addfile(i, io.BytesIO(b'abc'))
t.seek(0)
with tarfile.open(fileobj=t) as f: print(f.getnames(), f.extractfile('q').read())
print(gzip.decompress(gzip.compress(b'g')), bz2.decompress(bz2.compress(b'b')), lzma.decompress(lzma.compress(b'l')))
try: gzip.decompress(b'nope')
except OSError as e: print(type(e).__name__)

# expect: ['a.txt', 'd/b'] b'x' 250 None
# expect: ['q'] b'abc'
# expect: b'g' b'b' b'l'
# expect: BadGzipFile
