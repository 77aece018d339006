import sys
for a in [(), (0,), (5,), ('msg',), (None,), (1, 2), (True,)]:
    try: sys.exit(*a) if len(a) < 2 else (_ for _ in ()).throw(SystemExit(*a))
    except SystemExit as e: print(e.code, e.args, repr(e))
def f():
    try: sys.exit(3)
    finally: print('cleanup')
try: f()
except SystemExit as e: print('caught', e.code)
try: exit(4)
except SystemExit as e: print(e.code)
print(issubclass(SystemExit, Exception), SystemExit(9).code)

# expect: None () SystemExit()
# expect: 0 (0,) SystemExit(0)
# expect: 5 (5,) SystemExit(5)
# expect: msg ('msg',) SystemExit('msg')
# expect: None () SystemExit()
# expect: (1, 2) (1, 2) SystemExit(1, 2)
# expect: True (True,) SystemExit(True)
# expect: cleanup
# expect: caught 3
# expect: 4
# expect: False 9
