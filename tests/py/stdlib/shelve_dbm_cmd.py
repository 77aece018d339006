import shelve, dbm.dumb, tempfile, os, cmd, io, code, optparse, gettext, locale, shutil, sys
d = tempfile.mkdtemp()
p = d + '/db'
import dbm
dbm._defaultmod = dbm.dumb
with shelve.open(p, writeback=True) as s:
    s['a'] = [1]
    s['a'].append(2)
    s['b'] = {'k': 'v'}
with shelve.open(p) as s:
    print(sorted(s), s['a'], s.get('zz'), 'b' in s, len(s))
    del s['b']
    print(list(s))
try:
    s['a']
except ValueError as e:
    print(e)
db = dbm.dumb.open(d + '/dd', 'n')
db['k'] = 'v'
print(db[b'k'], list(db.keys()), db.get('zz'), 'k' in db)
db.close()
class C(cmd.Cmd):
    prompt = '> '
    intro = 'Welcome'
    def do_hello(s, a):
        """Say hello"""
        print('hello', a)
    def do_quit(s, a):
        return True
    def help_topic(s):
        print('topic help')
    def default(s, l):
        print('unknown', l)
    def emptyline(s):
        print('empty')
c = C(stdin=io.StringIO('hello bob\n\nhelp\nhelp hello\nhelp nope\nxyz\n?topic\nquit\n'))
c.use_rawinput = False
c.cmdloop()
i = code.InteractiveInterpreter({'x': 5})
print(i.runsource('x + 1'), i.runsource('if x:'), i.runsource('y = 2'))
i.write = lambda s: print('W', s.strip().split('\n')[-1])
i.runsource('1 +')
i.runsource('zzz')
i.runcode(compile('print(x)', 'f', 'exec'))
o = optparse.OptionParser('usage: %prog [opts]', prog='P')
o.add_option('-f', '--file', dest='fn', help='file', metavar='F')
o.add_option('-v', action='store_true', default=False)
o.add_option('-n', type='int', default=3)
print(o.parse_args(['-f', 'x', '-v', 'a', '-n5']))
print(o.format_help())
sys.stderr = sys.stdout
for a in (['-z'], ['-n', 'x'], ['-f']):
    try:
        o.parse_args(a)
    except SystemExit as e:
        print(e.code)
print(gettext.gettext('hi'), gettext.ngettext('a', 'b', 2), locale.getlocale()[0] if 0 else '')
print(locale.format_string('%d', 1000), locale.atof('1.5'), locale.localeconv()['decimal_point'])
shutil.rmtree(d)

# exit: 1
# expect-error: dbm.error: db type is dbm.dumb, but the module is not available
