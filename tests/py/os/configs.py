def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import configparser, tomllib, io
c = configparser.ConfigParser(); c.read_string('[a]\nx = 1\ny = yes\nz = %(x)s0\n[b]\nlist = \n  p\n  q\n')
t(lambda: c.sections())
t(lambda: c['a']['x'])
t(lambda: c.getint('a', 'x'))
t(lambda: c.getboolean('a', 'y'))
t(lambda: c.get('a', 'z'))
t(lambda: c['b']['list'])
t(lambda: c.get('a', 'q', fallback='d'))
t(lambda: 'a' in c)
t(lambda: dict(c['a']))
t(lambda: c.has_option('a', 'x'))
t(lambda: c['zz'])
t(lambda: c.get('a', 'nope'))
t(lambda: c.getint('a', 'y'))
t(lambda: configparser.ConfigParser().read_string('x = 1'))
t(lambda: tomllib.loads('a = 1\n[t]\nb = ["x", 2.5, true]\nd = 2024-01-02\n[[arr]]\nk = 1\n'))
t(lambda: tomllib.loads('a = '))
o = io.StringIO(); c.write(o); print(o.getvalue().split('\n')[0])

# expect: ['a', 'b']
# expect: '1'
# expect: 1
# expect: True
# expect: '10'
# expect: '\np\nq'
# expect: 'd'
# expect: True
# expect: {'x': '1', 'y': 'yes', 'z': '10'}
# expect: True
# expect: KeyError 'zz'
# expect: NoOptionError No option 'nope' in section: 'a'
# expect: ValueError invalid literal for int() with base 10: 'yes'
# expect: MissingSectionHeaderError File contains no section headers.
# expect: file: '<string>', line: 1
# expect: 'x = 1'
# expect: {'a': 1, 't': {'b': ['x', 2.5, True], 'd': datetime.date(2024, 1, 2)}, 'arr': [{'k': 1}]}
# expect: TOMLDecodeError Invalid value (at end of document)
# expect: [a]
