# A cursor that is used from a function its own statement calls.
import sqlite3

c = sqlite3.connect(':memory:')
cur = c.cursor()


def recurse(x):
    try:
        cur.execute('select 1')
    except sqlite3.ProgrammingError as e:
        return str(e)


c.create_function('recurse', 1, recurse)
print(cur.execute('select recurse(1)').fetchall())
other = c.cursor()
c.create_function('another', 1, lambda x: other.execute('select ? + 1', (x,)).fetchone()[0])
print(cur.execute('select another(41)').fetchall())
c.create_function('ending', 0, lambda: c.close())
try:
    print(cur.execute('select ending()').fetchall())
except sqlite3.Error as e:
    print(type(e).__name__)

# needs: 3.14
# expect: [('Recursive use of cursors not allowed.',)]
# expect: [(42,)]
# expect: ProgrammingError
