import argparse, io, contextlib
p = argparse.ArgumentParser(prog='prog', description='Desc.', color=False) if 'color' in argparse.ArgumentParser.__init__.__code__.co_varnames else argparse.ArgumentParser(prog='prog', description='Desc.')
p.add_argument('pos', type=int); p.add_argument('rest', nargs='*'); p.add_argument('-v', '--verbose', action='count', default=0); p.add_argument('--name', default='n', choices=['n', 'm']); p.add_argument('--flag', action='store_true')
print(vars(p.parse_args(['5', 'a', 'b', '-vv', '--name=m'])), vars(p.parse_args(['1', '--flag'])))
for a in (['x'], [], ['1', '--name', 'zz'], ['1', '--bad'], ['1', '--name']):
    e = io.StringIO()
    with contextlib.redirect_stderr(e):
        try: p.parse_args(a)
        except SystemExit as x: print(x.code, e.getvalue().strip().split('\n')[-1].split(' (')[0])
s = argparse.ArgumentParser(prog='q'); sub = s.add_subparsers(dest='cmd'); sub.add_parser('run').add_argument('--n', type=float); print(s.parse_args(['run', '--n', '1.5']), p.parse_known_args(['1', '--zz'])[1])

# expect: {'pos': 5, 'rest': ['a', 'b'], 'verbose': 2, 'name': 'm', 'flag': False} {'pos': 1, 'rest': [], 'verbose': 0, 'name': 'n', 'flag': True}
# expect: 2 prog: error: argument pos: invalid int value: 'x'
# expect: 2 prog: error: the following arguments are required: pos, rest
# expect: 2 prog: error: argument --name: invalid choice: 'zz'
# expect: 2 prog: error: unrecognized arguments: --bad
# expect: 2 prog: error: argument --name: expected one argument
# expect: Namespace(cmd='run', n=1.5) ['--zz']
# lib: -3.12
