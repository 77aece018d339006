# The module sqlite3: statements, parameters, transactions, callbacks, blobs, backups.
import sqlite3


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e, getattr(e, 'sqlite_errorname', ''))


c = sqlite3.connect(':memory:')
cur = c.cursor()
cur.execute('create table t(a integer primary key, b text, c blob, d real)')
cur.execute('insert into t values(?, ?, ?, ?)', (1, 'one', b'\0\1', 1.5))
print(cur.rowcount, cur.lastrowid, cur.description, c.in_transaction)
cur.executemany('insert into t(b) values(:name)', ({'name': n} for n in ('two', 'three', None)))
print(cur.rowcount, c.total_changes)
c.commit()
print(c.in_transaction, cur.execute('select * from t').fetchall())
print([d[0] for d in cur.description], cur.fetchone(), cur.execute('select a from t').fetchmany(2), cur.fetchmany(size=5), cur.arraysize)
print(cur.execute('insert into t(b) values(?) returning a, b', ('five',)).fetchall(), cur.rowcount)
c.rollback()
print(c.execute('select count(*) from t').fetchone())
for sql, p in (('select ?', ()), ('select ?', (1, 2)), ('select :x', {}), ('select ?', {'x': 1}), ('select ?', 5), ('select ?', (object,)), ('select ?', (2 ** 63,)),
               ('select 1; select 2', ()), ('selec', ()), ('select * from nosuch', ()), ('insert into t(a) values(1)', ()), ('select \0', ()), ('', ()), ('-- only', ()), (5, ()),
               ('insert into t(a) values("x")', ())):
    attempt(lambda: c.execute(sql, p).fetchall())
attempt(lambda: c.executemany('select ?', [(1,)]))
attempt(lambda: c.executescript('create table u(x); insert into u values(1); insert into u values(2)').execute('select x from u').fetchall())
attempt(lambda: setattr(c, 'isolation_level', 'WRONG'))
c.isolation_level = None
c.execute('insert into u values(3)')
print(c.in_transaction, c.isolation_level)
c.isolation_level = 'IMMEDIATE'
try:
    with c:
        c.execute('insert into u values(4)')
        raise KeyError('inside')
except KeyError:
    pass
print(c.execute('select count(*) from u').fetchone())

# Rows and types
c.row_factory = sqlite3.Row
r = c.execute('select a, b as "Name" from t').fetchone()
print(tuple(r), r['name'], r[-1], r.keys(), len(r), r[0:1], r == c.execute('select a, b as "Name" from t').fetchone(), hash(r) == hash(r))
attempt(lambda: r['zz'])
attempt(lambda: r[2])
c.row_factory = None
c.text_factory = bytes
print(c.execute("select 'é'").fetchone())
c.text_factory = lambda b: b.decode('utf-8')[::-1]
print(c.execute("select 'abc'").fetchone())
c.text_factory = str
attempt(lambda: c.execute("select cast(x'ff' as text)").fetchone())


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __conform__(self, protocol):
        if protocol is sqlite3.PrepareProtocol:
            return f'{self.x};{self.y}'


sqlite3.register_adapter(complex, str)
sqlite3.register_converter('point', lambda s: tuple(map(int, s.split(b';'))))
d = sqlite3.connect(':memory:', detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
d.execute('create table p(p point, n)')
d.execute('insert into p values(?, ?)', (Point(1, 2), 1j))
print(d.execute('select p, n, n as "q [point]" from p where 0').fetchall(), d.execute('select p, n, p as "q [point]" from p').fetchall(), [x[0] for x in d.execute('select p as "q [point]" from p').description])

# Callbacks
c.create_function('twice', 1, lambda x: None if x is None else x * 2, deterministic=True)
c.create_function('fail', -1, lambda *a: 1 / 0)
c.create_function('many', -1, lambda *a: len(a))
print(c.execute('select twice(21), twice("ab"), twice(x\'01\'), twice(null), many(), many(1, 2, 3)').fetchone())
attempt(lambda: c.execute('select fail(1)').fetchone())
attempt(lambda: c.execute('select nofunc()').fetchone())


class Sum:
    def __init__(self):
        self.n = 0

    def step(self, x):
        self.n += x

    def inverse(self, x):
        self.n -= x

    def value(self):
        return self.n

    finalize = value


c.create_aggregate('mysum', 1, Sum)
c.create_window_function('winsum', 1, Sum)
print(c.execute('select mysum(x) from u').fetchone(), c.execute('select winsum(x) over (order by x rows between 1 preceding and current row) from u').fetchall())
c.create_collation('reverse', lambda a, b: (a < b) - (a > b))
print([r[0] for r in c.execute('select b from t where b is not null order by b collate reverse')])
seen = []
c.set_trace_callback(seen.append)
c.execute('select ?', (7,)).fetchall()
c.set_trace_callback(None)
c.set_authorizer(lambda action, *a: sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_DELETE else sqlite3.SQLITE_OK)
attempt(lambda: c.execute('delete from u'))
c.set_authorizer(None)
c.set_progress_handler(lambda: 1, 1)
attempt(lambda: c.execute('with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000) select max(i) from n').fetchone())
c.set_progress_handler(None, 0)
print(seen)

# Whole databases
e = sqlite3.connect(':memory:')
steps = []
c.backup(e, pages=1, progress=lambda *a: steps.append(a[1]))
print(e.execute('select count(*) from t').fetchone(), steps[-1], len(steps) > 1)
f = sqlite3.connect(':memory:')
f.deserialize(e.serialize())
print(f.execute('select b from t').fetchall() == e.execute('select b from t').fetchall(), list(d.iterdump())[:2])
with e.blobopen('t', 'c', 1) as blob:
    print(len(blob), blob.read(), blob.tell(), blob[0], blob[-1:], blob[:])
    blob.seek(0)
    blob.write(b'\7')
    blob[1] = 9
    attempt(lambda: blob.write(b'xxx'))
    attempt(lambda: blob[5])
print(e.execute('select c from t').fetchone())
attempt(lambda: blob.read())
attempt(lambda: e.blobopen('t', 'c', 99))
print(e.getlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH) > 0, sqlite3.complete_statement('select 1;'), sqlite3.complete_statement('select'), sqlite3.threadsafety, sqlite3.apilevel)
g = sqlite3.connect(':memory:', autocommit=False)
print(g.in_transaction, g.autocommit, c.autocommit)
cur.close()
attempt(lambda: cur.execute('select 1'))
for x in (c, d, e, f, g):
    x.close()
attempt(lambda: c.execute('select 1'))
attempt(lambda: sqlite3.connect('/nonexistent/folder/x'))

# expect: 1 1 None True
# expect: 3 4
# expect: False [(1, 'one', b'\x00\x01', 1.5), (2, 'two', None, None), (3, 'three', None, None), (4, None, None, None)]
# expect: ['a', 'b', 'c', 'd'] None [(1,), (2,)] [(3,), (4,)] 1
# expect: [(5, 'five')] 1
# expect: (4,)
# expect: ProgrammingError Incorrect number of bindings supplied. The current statement uses 1, and there are 0 supplied. 
# expect: ProgrammingError Incorrect number of bindings supplied. The current statement uses 1, and there are 2 supplied. 
# expect: ProgrammingError You did not supply a value for binding parameter :x. 
# expect: ProgrammingError Binding 1 has no name, but you supplied a dictionary (which has only names). 
# expect: ProgrammingError parameters are of unsupported type 
# expect: ProgrammingError Error binding parameter 1: type 'type' is not supported 
# expect: OverflowError Python int too large to convert to SQLite INTEGER 
# expect: ProgrammingError You can only execute one statement at a time. 
# expect: OperationalError near "selec": syntax error SQLITE_ERROR
# expect: OperationalError no such table: nosuch SQLITE_ERROR
# expect: IntegrityError UNIQUE constraint failed: t.a SQLITE_CONSTRAINT_PRIMARYKEY
# expect: ProgrammingError the query contains a null character 
# expect: []
# expect: []
# expect: TypeError execute() argument 1 must be str, not int 
# expect: IntegrityError datatype mismatch SQLITE_MISMATCH
# expect: ProgrammingError executemany() can only execute DML statements. 
# expect: [(1,), (2,)]
# expect: ValueError isolation_level string must be '', 'DEFERRED', 'IMMEDIATE', or 'EXCLUSIVE' 
# expect: False None
# expect: (3,)
# expect: (1, 'one') one one ['a', 'Name'] 2 (1,) True True
# expect: IndexError No item with that key 
# expect: IndexError tuple index out of range 
# expect: (b'\xc3\xa9',)
# expect: ('cba',)
# expect: OperationalError Could not decode to UTF-8 column 'cast(x'ff' as text)' with text '�' 
# expect: [] [((1, 2), '1j', (1, 2))] ['q']
# expect: (42, 'abab', b'\x01\x01', None, 0, 3)
# expect: OperationalError user-defined function raised exception SQLITE_ERROR
# expect: OperationalError no such function: nofunc SQLITE_ERROR
# expect: (6,) [(1,), (3,), (5,)]
# expect: ['two', 'three', 'one']
# expect: DatabaseError not authorized SQLITE_AUTH
# expect: OperationalError interrupted SQLITE_INTERRUPT
# expect: ['select 7']
# expect: (4,) 0 True
# expect: True ['BEGIN TRANSACTION;', 'CREATE TABLE p(p point, n);']
# expect: 2 b'\x00\x01' 2 0 b'\x01' b'\x00\x01'
# expect: ValueError data longer than blob length 
# expect: IndexError Blob index out of range 
# expect: (b'\x07\t',)
# expect: ProgrammingError Cannot operate on a closed blob. 
# expect: OperationalError no such rowid: 99 SQLITE_ERROR
# expect: True True False 3 2.0
# expect: True False -1
# expect: ProgrammingError Cannot operate on a closed cursor. 
# expect: ProgrammingError Cannot operate on a closed database. 
# expect: OperationalError unable to open database file SQLITE_CANTOPEN
