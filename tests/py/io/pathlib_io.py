def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import pathlib, tempfile
d = pathlib.Path(tempfile.mkdtemp()); p = d / 'a.txt'
t(lambda: p.exists())
t(lambda: p.write_text('héllo\nx', encoding='utf-8'))
t(lambda: p.read_text(encoding='utf-8'))
t(lambda: p.read_bytes())
t(lambda: p.write_bytes(b'\x00\xff'))
t(lambda: p.stat().st_size)
t(lambda: p.name)
t(lambda: p.stem)
t(lambda: p.suffix)
t(lambda: p.parent == d)
t(lambda: p.is_file())
t(lambda: d.is_dir())
t(lambda: [x.name for x in d.iterdir()])
t(lambda: p.rename(d / 'b.txt').name)
t(lambda: (d / 'b.txt').exists())
t(lambda: (d / 'b.txt').unlink())
t(lambda: list(d.iterdir()))
t(lambda: (d / 'x' / 'y').mkdir(parents=True))
t(lambda: sorted(str(x.relative_to(d)) for x in d.rglob('*')))
t(lambda: (d / 'x' / 'y').rmdir())
with p.open('w') as f: print('via open', file=f)
t(lambda: p.read_text())
t(lambda: p.touch())
t(lambda: p.with_suffix('.md').name)
t(lambda: p.with_name('z').name)
t(lambda: try_ if 0 else (d / 'x').mkdir(exist_ok=True))
t(lambda: (d / 'nope').read_text.__name__)

# expect: False
# expect: 7
# expect: 'héllo\nx'
# expect: b'h\xc3\xa9llo\nx'
# expect: 2
# expect: 2
# expect: 'a.txt'
# expect: 'a'
# expect: '.txt'
# expect: True
# expect: True
# expect: True
# expect: ['a.txt']
# expect: 'b.txt'
# expect: True
# expect: None
# expect: []
# expect: None
# expect: ['x', 'x/y']
# expect: None
# expect: 'via open\n'
# expect: None
# expect: 'a.md'
# expect: 'z'
# expect: None
# expect: 'read_text'
