# None in sys.modules blocks a module; below it, nothing is a package.
import sys
sys.modules['blocked'] = None
for name in 'blocked', 'blocked.x', 'blocked.x.y':
    try:
        __import__(name)
    except ImportError as e:
        print(type(e).__name__, e, e.name)

# expect: ModuleNotFoundError import of blocked halted; None in sys.modules blocked
# expect: ModuleNotFoundError No module named 'blocked.x'; 'blocked' is not a package blocked.x
# expect: ModuleNotFoundError No module named 'blocked.x'; 'blocked' is not a package blocked.x
