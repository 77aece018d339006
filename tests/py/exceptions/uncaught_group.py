def f():
    raise TypeError('t')
errs = []
for g in (lambda: 1 / 0, f):
    try:
        g()
    except Exception as e:
        errs.append(e)
raise ExceptionGroup('several', errs)

# exit: 1
# expect-error:     +------------------------------------
