import tempfile, shutil, glob, os, pathlib
with tempfile.TemporaryDirectory() as d:
    os.chdir(d); [pathlib.Path(n).write_text(n) for n in ('a.py', 'b.txt', 'c.py')]; os.mkdir('s'); shutil.copy2('a.py', 's/z.py')
    print(sorted(glob.glob('*.py')), sorted(glob.glob('**/*.py', recursive=True)), shutil.make_archive('arc', 'zip', 's').endswith('arc.zip'), sorted(os.listdir()), pathlib.Path('s/z.py').read_text()); shutil.unpack_archive('arc.zip', 'out'); print(os.listdir('out')); os.chdir('/')

# expect: ['a.py', 'c.py'] ['a.py', 'c.py', 's/z.py'] True ['a.py', 'arc.zip', 'b.txt', 'c.py', 's'] a.py
# expect: ['z.py']
