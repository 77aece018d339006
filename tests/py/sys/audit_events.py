# Audit events come before what they announce is done.
import sys, os, marshal, gc, threading, time

log = None
def hook(event, args):
    if log is not None:
        log.append((event, args))
    if event == 'os.mkdir' and args[0] == 'forbidden':
        raise PermissionError('no folders')
sys.addaudithook(hook)

def show(f, *names):
    global log
    log = []
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
    seen, log = log, None
    for event, args in seen:
        if event in names:
            print(event, args if event not in ('exec', 'sys._getframe') else len(args))

show(lambda: open('a', 'w').close(), 'open')
show(lambda: os.mkdir('forbidden'), 'os.mkdir')
show(lambda: (os.mkdir('d'), os.rmdir('d')), 'os.mkdir', 'os.rmdir')
show(lambda: (os.rename('a', 'b'), os.remove('b')), 'os.rename', 'os.remove')
show(lambda: os.listdir('.'), 'os.listdir')
show(lambda: os.chmod('.', 0o755), 'os.chmod')
show(lambda: exec('x = 1'), 'exec')
show(lambda: eval(compile('1', 'here', 'eval')), 'compile', 'exec')
show(lambda: sys._getframe(), 'sys._getframe')
show(lambda: sys.settrace(None), 'sys.settrace')
show(lambda: sys.setprofile(None), 'sys.setprofile')
show(lambda: marshal.loads(marshal.dumps(None, 4)), 'marshal.dumps', 'marshal.loads')
show(lambda: gc.get_referents(()), 'gc.get_referents')
show(lambda: time.sleep(0), 'time.sleep')
show(lambda: sys.audit('mine', 1, 'two'), 'mine')
show(lambda: [__import__('this_is_not_there')], 'none')
show(lambda: sys.addaudithook(lambda *a: None), 'sys.addaudithook')
try:
    sys.audit(5)
except TypeError as e:
    print(e)

# expect: open ('a', 'w', 524865)
# expect: PermissionError no folders
# expect: os.mkdir ('forbidden', 511, -1)
# expect: os.mkdir ('d', 511, -1)
# expect: os.rmdir ('d', -1)
# expect: os.rename ('a', 'b', -1, -1)
# expect: os.remove ('b', -1)
# expect: os.listdir ('.',)
# expect: os.chmod ('.', 493, -1)
# expect: exec 1
# expect: compile (b'1', 'here')
# expect: exec 1
# expect: sys._getframe 1
# expect: sys.settrace ()
# expect: sys.setprofile ()
# expect: marshal.dumps (None, 4)
# expect: marshal.loads (b'N',)
# expect: gc.get_referents (((),),)
# expect: time.sleep (0,)
# expect: mine (1, 'two')
# expect: ModuleNotFoundError No module named 'this_is_not_there'
# expect: sys.addaudithook ()
# expect: expected str for argument 'event', not int
