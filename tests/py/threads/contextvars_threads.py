import contextvars, threading
v = contextvars.ContextVar('v', default='dflt')
tok = v.set('main'); out = []
t = threading.Thread(target=lambda: out.append(v.get())); t.start(); t.join()
ctx = contextvars.copy_context(); ctx.run(v.set, 'in ctx')
print(out[0] in ('dflt', 'main'), v.get(), ctx[v], v in ctx, len(list(ctx)) >= 1)
v.reset(tok); print(v.get(), tok.old_value is contextvars.Token.MISSING)
try: v.reset(tok)
except RuntimeError as e: print('already used')
try: contextvars.ContextVar('nodef').get()
except LookupError as e: print('LookupError')
print(ctx.run(lambda: v.get()), ctx.get(v), ctx.get(contextvars.ContextVar('z'), 5))

# expect: True main in ctx True True
# expect: dflt True
# expect: already used
# expect: LookupError
# expect: in ctx in ctx 5
