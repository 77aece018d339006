import os, tempfile, shutil, stat, sys
d = tempfile.mkdtemp()
os.chdir(d)
os.mkdir('a')
os.makedirs('b/c/d')
os.makedirs('b/c', exist_ok=True)
open('a/f1', 'w').write('x' * 10)
open('b/f2', 'w').close()
os.symlink('a/f1', 'ln')
os.link('a/f1', 'hard')
print(sorted(os.listdir()), sorted(((r, sorted(ds), sorted(fs)) for r, ds, fs in os.walk('.'))))
print(os.stat('a/f1').st_size, os.stat('a/f1').st_nlink, os.readlink('ln'), os.path.islink('ln'))
print(os.lstat('ln').st_size, stat.S_ISDIR(os.stat('a').st_mode), oct(os.stat('a/f1').st_mode & 511))
print(sorted(((e.name, e.is_dir(), e.is_file(), e.is_symlink()) for e in os.scandir('.'))), [repr(e) for e in os.scandir('a')])
os.rename('hard', 'h2')
os.replace('h2', 'h3')
os.chmod('h3', 384)
os.utime('h3', (1, 2))
print(os.stat('h3').st_mtime, os.access('h3', os.R_OK), os.access('nope', os.F_OK))
print(os.stat('h3').st_atime_ns)
os.remove('h3')
os.unlink('ln')
os.rmdir('b/c/d')
os.removedirs('b/c') if False else None
for g in (
    lambda: os.mkdir('a'), lambda: os.makedirs('a'), lambda: os.rmdir('a'),
    lambda: os.rmdir('nope'), lambda: os.remove('nope'), lambda: os.remove('a'),
    lambda: os.listdir('nope'), lambda: os.listdir('a/f1'), lambda: os.rename('nope', 'x'),
    lambda: os.chdir('nope'), lambda: os.open('nope', os.O_RDONLY), lambda: os.close(999),
    lambda: os.read(999, 1), lambda: os.stat('nope'), lambda: os.readlink('a'),
    lambda: os.symlink('x', 'a'), lambda: os.kill(999999, 0), lambda: os.mkdir('a\x00b'),
    lambda: os.write(1, 'str'), lambda: os.chmod('nope', 0), lambda: os.strerror(2),
    lambda: os.getpgid(999999), lambda: os.dup(999), lambda: os.lseek(999, 0, 0),
    lambda: os.truncate('nope', 0), lambda: list(os.scandir('nope')), lambda: os.utime('nope'),
    lambda: os.fdopen(999), lambda: os.waitpid(999999, 0), lambda: os.getxattr('a', 'user.x'),
    lambda: os.sched_getaffinity(0) and 1, lambda: os.get_terminal_size(0),
):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
fd = os.open('raw', os.O_RDWR | os.O_CREAT, 420)
print(os.write(fd, b'hello'), os.lseek(fd, 1, os.SEEK_SET), os.read(fd, 3), os.fstat(fd).st_size)
print(os.ftruncate(fd, 2), os.isatty(fd), os.pread(fd, 2, 0), os.pwrite(fd, b'Q', 1))
f = os.fdopen(fd, 'r+')
print(f.read())
f.close()
r, w = os.pipe()
os.write(w, b'pipe')
os.close(w)
print(os.read(r, 10), os.read(r, 10))
os.close(r)
shutil.copy('a/f1', 'cp')
shutil.copy2('a/f1', 'cp2')
shutil.copytree('a', 'acopy')
shutil.move('cp', 'moved')
print(sorted(os.listdir()), shutil.disk_usage('/').total > 0, shutil.which('sh') is not None)
print(shutil.which('nope_x'))
shutil.rmtree('acopy')
for g in (
    lambda: shutil.copy('nope', 'x'), lambda: shutil.copytree('a', 'a'),
    lambda: shutil.rmtree('nope'), lambda: shutil.copyfile('moved', 'moved'),
    lambda: shutil.move('nope', 'x'), lambda: shutil.copyfile('a', 'z'),
):
    try:
        print(g())
    except Exception as e:
        print(type(e).__name__, e)
shutil.rmtree('nope', ignore_errors=True)
shutil.copytree('a', 'a3', ignore=shutil.ignore_patterns('f*'))
print(os.listdir('a3'), os.cpu_count() >= 1, os.getpid() > 0, os.getcwd() == os.path.realpath(d))
print(os.umask(18) >= 0, os.uname().sysname, os.getlogin.__name__, os.WEXITSTATUS(256))
print(os.system('exit 3') >> 8, os.path.samefile('a', './a'), os.times().user >= 0)
print(os.get_exec_path() != [], os.ctermid())
st = os.stat('a')
print(len(st), st[6] == st.st_size, type(st).__name__, os.stat_result(range(10)).st_ino)
print(os.path.getmtime('a') > 0)
pid = os.fork()
if pid == 0:
    os._exit(5)
print(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
os.chdir('/')
shutil.rmtree(d)
print(os.path.exists(d))

# expect: ['a', 'b', 'hard', 'ln'] [('.', ['a', 'b'], ['hard', 'ln']), ('./a', [], ['f1']), ('./b', ['c'], ['f2']), ('./b/c', ['d'], []), ('./b/c/d', [], [])]
# expect: 10 2 a/f1 True
# expect: 4 True 0o644
# expect: [('a', True, False, False), ('b', True, False, False), ('hard', False, True, False), ('ln', False, True, True)] ["<DirEntry 'f1'>"]
# expect: 2.0 True False
# expect: 1000000000
# expect: FileExistsError [Errno 17] File exists: 'a'
# expect: FileExistsError [Errno 17] File exists: 'a'
# expect: OSError [Errno 39] Directory not empty: 'a'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: IsADirectoryError [Errno 21] Is a directory: 'a'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: NotADirectoryError [Errno 20] Not a directory: 'a/f1'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope' -> 'x'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: OSError [Errno 9] Bad file descriptor
# expect: OSError [Errno 9] Bad file descriptor
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: OSError [Errno 22] Invalid argument: 'a'
# expect: FileExistsError [Errno 17] File exists: 'x' -> 'a'
# expect: ProcessLookupError [Errno 3] No such process
# expect: ValueError mkdir: embedded null character in path
# expect: TypeError a bytes-like object is required, not 'str'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: No such file or directory
# expect: ProcessLookupError [Errno 3] No such process
# expect: OSError [Errno 9] Bad file descriptor
# expect: OSError [Errno 9] Bad file descriptor
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: OSError [Errno 9] Bad file descriptor
# expect: ChildProcessError [Errno 10] No child processes
# expect: OSError [Errno 61] No data available: 'a'
# expect: 1
# expect: OSError [Errno 25] Inappropriate ioctl for device
# expect: 5 1 b'ell' 5
# expect: None False b'he' 1
# expect:
# expect: b'pipe' b''
# expect: ['a', 'acopy', 'b', 'cp2', 'moved', 'raw'] True True
# expect: None
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: FileExistsError [Errno 17] File exists: 'a'
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: SameFileError 'moved' and 'moved' are the same file
# expect: FileNotFoundError [Errno 2] No such file or directory: 'nope'
# expect: IsADirectoryError [Errno 21] Is a directory: 'a'
# expect: [] True True True
# expect: True Linux getlogin 1
# expect: 3 True True
# expect: True /dev/tty
# expect: 10 True stat_result 1
# expect: True
# expect: 5
# expect: False
