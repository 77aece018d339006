"""Modules imported, reloaded and removed by all threads; globals changed under running functions."""
import importlib
import os
import sys
import tempfile

from torture import check, run

folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
os.mkdir(os.path.join(folder, "torn"))
for name, text in {
    "torn/__init__": "from . import left\n",
    "torn/left": "from torn import right\nvalue = 1\n",
    "torn/right": "import torn.left\nvalue = 2\n",
    "plain": "import time\ntime.sleep(0)\nx = 1\ndef f():\n    return x\n",
    "broken": "raise ValueError('broken')\n",
}.items():
    with open(os.path.join(folder, name + ".py"), "w") as file:
        file.write(text)
names = ["torn", "torn.left", "torn.right", "plain"]


def make():
    def load(rng):
        module = importlib.import_module(names[rng.randrange(4)])
        check(module.__name__ in names)

    def forget(rng):
        sys.modules.pop(names[rng.randrange(4)], None)

    def broken(rng):
        try:
            import broken
        except ValueError:
            return
        check(False)

    def plain(rng):
        import plain
        check(plain.f() in range(9))
        plain.x = rng.randrange(9)

    def global_(rng):
        g = globals()
        g["g%d" % rng.randrange(9)] = 1
        g.pop("g%d" % rng.randrange(9), None)

    return [load, load, forget, broken, plain, plain, global_, global_,
            lambda rng: rng.randrange(20) == 0 and importlib.reload(sys.modules["plain"]), lambda rng: list(sys.modules)]


run(make, (ImportError, AttributeError, KeyError), batch=30)
