def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import os, tempfile
d = tempfile.mkdtemp(); os.chdir(d)
for x in ('a/b', 'a/c', 'e'): os.makedirs(x)
for x in ('a/1', 'a/b/2', 'e/3', 'top'): open(x, 'w').close()
for r, ds, fs in os.walk('.'): ds.sort(); print(r, ds, sorted(fs))
for r, ds, fs in sorted(os.walk('a', topdown=False)): print(r, sorted(ds), sorted(fs))
t(lambda: list(os.walk('nope')))
t(lambda: sorted((e.name, e.is_dir()) for e in os.scandir('.')))
import glob, fnmatch, shutil
t(lambda: sorted(glob.glob('**/*', recursive=True)))
t(lambda: sorted(glob.glob('a/*')))
t(lambda: glob.glob('*.zz'))
t(lambda: fnmatch.filter(['a.py', 'b.c'], '*.py'))
t(lambda: fnmatch.fnmatch('abc', 'a?[bc]'))
t(lambda: fnmatch.translate('*.a')[:3])
t(lambda: shutil.copytree('a', 'z'))
t(lambda: sorted(os.listdir('z')))
t(lambda: shutil.rmtree('z'))
t(lambda: os.path.exists('z'))
t(lambda: shutil.move('top', 'e/top'))
t(lambda: shutil.copy('e/top', 'k'))
t(lambda: shutil.which('sh') is not None)
t(lambda: shutil.disk_usage('.').total > 0)
t(lambda: shutil.rmtree('nope'))
t(lambda: shutil.copy('nope', 'x'))

# expect: . ['a', 'e'] ['top']
# expect: ./a ['b', 'c'] ['1']
# expect: ./a/b [] ['2']
# expect: ./a/c [] []
# expect: ./e [] ['3']
# expect: a ['b', 'c'] ['1']
# expect: a/b [] ['2']
# expect: a/c [] []
# expect: []
# expect: [('a', True), ('e', True), ('top', False)]
# expect: ['a', 'a/1', 'a/b', 'a/b/2', 'a/c', 'e', 'e/3', 'top']
# expect: ['a/1', 'a/b', 'a/c']
# expect: []
# expect: ['a.py']
# expect: True
# expect: '(?s'
# expect: 'z'
# expect: ['1', 'b', 'c']
# expect: None
# expect: False
# expect: 'e/top'
# expect: 'k'
# expect: True
# expect: True
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
