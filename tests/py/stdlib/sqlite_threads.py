# One connection for many threads: each statement is whole.
import sqlite3
import threading

c = sqlite3.connect(':memory:', check_same_thread=False)
c.execute('create table t(a, b)')
c.create_function('plus', 2, lambda a, b: a + b)
problems = []


def work(n):
    try:
        for i in range(100):
            c.execute('insert into t values(?, plus(?, ?))', (n, i, n))
            rows = c.execute('select a, b from t where a = ? order by b', (n,)).fetchall()
            if rows != [(n, k + n) for k in range(i + 1)]:
                problems.append((n, i))
    except Exception as e:
        problems.append(repr(e))


threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(problems[:3], c.execute('select count(*), sum(b) from t').fetchone())

shared = c.execute('select b from t')
got = []


def take():
    for row in shared:
        got.append(row[0])


threads = [threading.Thread(target=take) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(got), sum(got))

only = sqlite3.connect(':memory:')
errors = []


def other():
    try:
        only.execute('select 1')
    except sqlite3.ProgrammingError as e:
        errors.append(str(e)[:86])


t = threading.Thread(target=other)
t.start()
t.join()
print(errors)


# A long query is interrupted from another thread.
started = threading.Event()


def first(i):
    started.set()
    return i


c.create_function('first', 1, first)


def stop():
    started.wait()
    while t.is_alive():
        c.interrupt()
        if not started.wait(0.01) or ended.wait(0.01):
            break


ended = threading.Event()
t = threading.current_thread()
stopper = threading.Thread(target=stop)
stopper.start()
try:
    c.execute('with recursive n(i) as (select first(1) union all select i + 1 from n) select max(i) from n').fetchone()
except sqlite3.OperationalError as e:
    print(e)
ended.set()
stopper.join()
c.close()

# expect: [] (400, 20400)
# expect: 400 20400
# expect: ['SQLite objects created in a thread can only be used in that same thread. The object wa']
# expect: interrupted
