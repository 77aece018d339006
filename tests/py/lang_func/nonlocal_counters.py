def bank(balance):
    hist = []
    def dep(x):
        nonlocal balance
        balance += x; hist.append(('d', x)); return balance
    def wd(x):
        nonlocal balance
        if x > balance: raise ValueError(f'short by {x - balance}')
        balance -= x; hist.append(('w', x)); return balance
    def info(): return balance, hist[:]
    return {'dep': dep, 'wd': wd, 'info': info}
b = bank(10)
print(b['dep'](5), b['wd'](3))
try: b['wd'](100)
except ValueError as e: print(e)
print(b['info'](), bank(1)['info']())
def gen_id(prefix):
    n = 0
    def nxt():
        nonlocal n
        n += 1
        return f'{prefix}{n}'
    nxt.reset = lambda: reset()
    def reset():
        nonlocal n
        n = 0
    return nxt
i = gen_id('id-')
print(i(), i(), i()); i.reset(); print(i())

# expect: 15 12
# expect: short by 88
# expect: (12, [('d', 5), ('w', 3)]) (1, [])
# expect: id-1 id-2 id-3
# expect: id-1
