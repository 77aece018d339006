from contextlib import suppress, ExitStack, nullcontext, closing, redirect_stdout
with suppress(KeyError, ValueError): {}['a']
with ExitStack() as st:
    st.callback(print, 'cb1'); st.callback(print, 'cb2', sep='-')
    st.push(lambda t, v, tb: print('push', t and t.__name__) or True)
    raise ValueError
with ExitStack() as st:
    st.enter_context(suppress(KeyError)); moved = st.pop_all()
    print('moved')
moved.close()
with nullcontext(5) as x: print(x)
class C:
    def close(self): print('closed')
with closing(C()) as c: pass
try:
    with ExitStack() as s:
        s.callback(lambda: 1 / 0)
        raise KeyError('k')
except ZeroDivisionError as e: print(e, repr(e.__context__))
import io
with redirect_stdout(io.StringIO()) as o: print('captured')
print(repr(o.getvalue()))

# expect: push ValueError
# expect: cb2
# expect: cb1
# expect: moved
# expect: 5
# expect: closed
# expect: division by zero KeyError('k')
# expect: 'captured\n'
