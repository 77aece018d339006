import contextvars, threading, sched, time
v = contextvars.ContextVar('v', default='d')
w = contextvars.ContextVar('w')
print(v.get(), v.name, w.get('x'))
try:
    w.get()
except LookupError as e:
    print(type(e).__name__, str(e)[:17])
tok = v.set(1)
print(v.get(), tok.old_value is contextvars.Token.MISSING, tok.var is v)
v.reset(tok)
print(v.get())
try:
    v.reset(tok)
except RuntimeError as e:
    print(str(e)[-26:])
ctx = contextvars.copy_context()
print(ctx.run(lambda: (v.set('in'), v.get())[1]), v.get(), ctx[v], v in ctx, len(ctx))
print(list(ctx) == [v], ctx.get(w, 'no'), dict(ctx.items()) == {v: 'in'})
try:
    ctx.run(lambda: ctx.run(print))
except RuntimeError as e:
    print(str(e)[:20])
out = []
t = threading.Thread(target=lambda: out.append(v.get()))
v.set('main')
t.start()
t.join()
print(out)
try:
    ctx[w]
except KeyError:
    print('KeyError')
for f in (
    lambda: contextvars.ContextVar(5), lambda: ctx['x'], lambda: v.reset(5), lambda: ctx.run(),
    lambda: contextvars.Token(), lambda: hash(v) and 1,
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
s = sched.scheduler(time.time, time.sleep)
o = []
s.enter(0.02, 1, o.append, ('b',))
s.enter(0.01, 1, o.append, ('a',))
e = s.enter(0.015, 1, o.append, ('x',))
s.cancel(e)
s.enter(0.02, 0, o.append, kwargs={}, argument=('prio',))
print(len(s.queue), s.empty())
s.run()
print(o[0], sorted(o[1:]), s.empty())
try:
    s.cancel(e)
except ValueError as x:
    print(x)

# expect: d v x
# expect: LookupError <ContextVar name=
# expect: 1 True True
# expect: d
# expect: has already been used once
# expect: in d in True 1
# expect: True no True
# expect: cannot enter context
# expect: ['d']
# expect: KeyError
# expect: TypeError context variable name must be a str
# expect: TypeError a ContextVar key was expected, got 'x'
# expect: TypeError expected an instance of Token, got 5
# expect: TypeError run() missing 1 required positional argument
# expect: RuntimeError Tokens can only be created by ContextVars
# expect: 1
# expect: 3 False
# expect: a ['b', 'prio'] True
# expect: list.remove(x): x not in list
# lib: -3.13
