# options: -W ignore
# Every module of the library can be imported, but for those of other systems and of packages that are not there.
import contextlib, io, os, sys

library = os.path.dirname(os.__file__)
others = {"_distutils_system_mod", "encodings.mbcs", "encodings.oem", "multiprocessing.popen_spawn_win32", "turtle", "antigravity",
          "ctypes.wintypes", "idlelib", "lib2to3", "test", "tkinter", "turtledemo", "ensurepip", "distutils", "lib-dynload", "site-packages", "dist-packages", "msilib"}

def modules(folder, package):
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if name.endswith(".py"):
            name = name[:-3]
            if name not in ("__main__", "__init__") and "windows" not in name and not name.startswith("_sysconfigdata") and package + name not in others:
                yield package + name
        elif os.path.exists(os.path.join(path, "__init__.py")) and package + name not in others and name != "tests" and name != "test":
            yield package + name
            yield from modules(path, package + name + ".")

count = 0
for name in modules(library, ""):
    count += 1
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            __import__(name)
    except BaseException as e:
        print(name, type(e).__name__, e)
print(count > 450)

# expect: True
