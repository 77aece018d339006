import sqlite3
c = sqlite3.connect(':memory:'); c.execute('create table t(a int, b text)'); c.executemany('insert into t values(?, ?)', [(1, 'x'), (2, 'y'), (3, None)])
print(c.execute('select * from t where a > ?', (1,)).fetchall(), c.execute('select count(*), sum(a) from t').fetchone(), [d[0] for d in c.execute('select a, b from t').description])
c.row_factory = sqlite3.Row; r = c.execute('select a, b from t').fetchone(); print(r['b'], r.keys(), tuple(r))
c.create_function('dbl', 1, lambda x: x * 2); print(c.execute('select dbl(a) from t order by a desc').fetchone()[0])
try: c.execute('bad sql')
except sqlite3.OperationalError as e: print(type(e).__name__)
with c: c.execute('delete from t')
print(c.execute('select count(*) from t').fetchone()[0], c.total_changes); c.close()

# expect: [(2, 'y'), (3, None)] (3, 6) ['a', 'b']
# expect: x ['a', 'b'] (1, 'x')
# expect: 6
# expect: OperationalError
# expect: 0 6
