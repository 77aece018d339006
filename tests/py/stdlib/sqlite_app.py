import sqlite3
c = sqlite3.connect(':memory:')
c.row_factory = sqlite3.Row
cur = c.cursor()
cur.executescript('create table t(id integer primary key, n text, v real); create table u(t_id int references t(id));')
cur.executemany('insert into t(n, v) values(?, ?)', [('a', 1.5), ('b', None), ('c', 3)])
c.commit()
print(cur.rowcount, cur.lastrowid, c.total_changes)
r = cur.execute('select * from t where n = :n', {'n': 'a'}).fetchone()
print(tuple(r), r['v'], r.keys(), len(r), [d[0] for d in cur.description])
print([tuple(x) for x in cur.execute('select n, v from t order by n desc')], cur.fetchone(), [tuple(x) for x in cur.execute('select 1, "x", null, x\'00ff\'').fetchmany(2)])
for s, p in (
    ('select * from nope', ()), ('insert into t(id) values(1)', ()), ('selec', ()),
    ('select ?', ()), ('select ?', (1, 2)), ('select ?', (object(),)), ('select :a', {}),
    ('insert into u values(9)', ()),
):
    try:
        print([tuple(x) for x in c.execute(s, p)])
    except sqlite3.Error as e:
        print(type(e).__name__, e)
try:
    with c:
        c.execute('insert into t(n) values("tx")')
        raise RuntimeError
except RuntimeError:
    print(c.execute('select count(*) from t').fetchone()[0], c.in_transaction)
c.create_function('twice', 1, lambda x: x * 2)
print(c.execute('select twice(21)').fetchone()[0])
class Agg:
    def __init__(s):
        s.t = 0
    def step(s, v):
        s.t += v or 0
    def finalize(s):
        return s.t
c.create_aggregate('mysum', 1, Agg)
print(c.execute('select mysum(v) from t').fetchone()[0])
c.create_collation('rev', lambda a, b: (a < b) - (a > b))
print([x[0] for x in c.execute('select n from t order by n collate rev')])
print(list(c.iterdump())[:3], sqlite3.apilevel, sqlite3.paramstyle)
print(sqlite3.complete_statement('select 1;'))
c.close()
try:
    c.execute('select 1')
except sqlite3.ProgrammingError as e:
    print(e)

# expect: 3 None 3
# expect: (1, 'a', 1.5) 1.5 ['id', 'n', 'v'] 3 ['id', 'n', 'v']
# expect: [('c', 3.0), ('b', None), ('a', 1.5)] None [(1, 'x', None, b'\x00\xff')]
# expect: OperationalError no such table: nope
# expect: IntegrityError UNIQUE constraint failed: t.id
# expect: OperationalError near "selec": syntax error
# expect: ProgrammingError Incorrect number of bindings supplied. The current statement uses 1, and there are 0 supplied.
# expect: ProgrammingError Incorrect number of bindings supplied. The current statement uses 1, and there are 2 supplied.
# expect: ProgrammingError Error binding parameter 1: type 'object' is not supported
# expect: ProgrammingError You did not supply a value for binding parameter :a.
# expect: []
# expect: 3 False
# expect: 42
# expect: 4.5
# expect: ['c', 'b', 'a']
# expect: ['BEGIN TRANSACTION;', 'CREATE TABLE t(id integer primary key, n text, v real);', 'INSERT INTO "t" VALUES(1,\'a\',1.5);'] 2.0 qmark
# expect: True
# expect: Cannot operate on a closed database.
