async def f(): print('never printed')
c = f(); c.close(); print('closed')
class Ctx:
    def __enter__(s): return f()
    def __exit__(s, *a): print('exit')
with Ctx() as x: x.close()
print('done')

# expect: closed
# expect: exit
# expect: done
