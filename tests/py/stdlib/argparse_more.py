import argparse, sys
def mk(**k):
    p = argparse.ArgumentParser(prog='PROG', description='A demo program with a fairly long description that must be wrapped over lines.', epilog='the end', **k)
    p.add_argument('src', help='source file')
    p.add_argument('dst', nargs='?', default='out', help='dest (default: %(default)s)')
    p.add_argument('-n', '--num', type=int, default=3, metavar='N', help='a number')
    p.add_argument('-v', '--verbose', action='count', default=0)
    p.add_argument('--flag', action='store_true')
    p.add_argument('--no', dest='flag', action='store_false')
    p.add_argument('--mode', choices=['fast', 'slow'])
    p.add_argument('--list', nargs='+', type=float)
    p.add_argument('--add', action='append')
    p.add_argument('--const', action='store_const', const=9)
    p.add_argument('--version', action='version', version='%(prog)s 1.0')
    p.add_argument('--feature', action=argparse.BooleanOptionalAction)
    p.add_argument('--ext', action='extend', nargs='*')
    return p
p = mk()
def run(p, a):
    try:
        print(p.parse_args(a.split()))
    except SystemExit as e:
        print('exit', e.code)
    sys.stderr.flush()
    sys.stdout.flush()
sys.stderr = sys.stdout
for a in (
    'a', 'a b -n 5 -vvv', 'a --num=7 --flag --mode fast', 'a --list 1 2.5 --add x --add y', '',
    'a b c', 'a -n x', 'a --mode huge', 'a --list', 'a --unknown', '-h', '--version',
    'a --no-feature --const', 'a --feat', 'a --ver', 'a --ext 1 --ext 2 3', 'a --n 4',
    'a -v -v -n4 --', '-- -a',
):
    print('>', a)
    run(p, a)
print(p.parse_known_args(['a', '--zzz', '1']))
print(p.format_usage())
q = argparse.ArgumentParser(prog='git')
sp = q.add_subparsers(dest='cmd', required=True, help='sub help', title='commands')
c1 = sp.add_parser('clone', help='clone it', aliases=['cl'])
c1.add_argument('url')
c1.set_defaults(func='F')
c2 = sp.add_parser('push')
c2.add_argument('--force', action='store_true')
g = q.add_mutually_exclusive_group()
g.add_argument('--a', action='store_true')
g.add_argument('--b', action='store_true')
for a in ('clone http://x', 'push --force', '', 'bogus', '--a --b push', '-h', 'clone -h', 'cl u'):
    print('>', a)
    run(q, a)
r = argparse.ArgumentParser(prog='r', formatter_class=argparse.ArgumentDefaultsHelpFormatter, add_help=False, prefix_chars='+-', fromfile_prefix_chars='@', argument_default=argparse.SUPPRESS)
r.add_argument('+x', type=lambda s: int(s, 16), default=5, help='hex')
gg = r.add_argument_group('grp', 'group desc')
gg.add_argument('--req', required=True, help=argparse.SUPPRESS)
r.print_help()
run(r, '+x ff --req 1')
run(r, '+x zz --req 1')
run(r, '')
n = argparse.Namespace(a=1, b='x')
print(n, n == argparse.Namespace(a=1, b='x'), 'a' in n, vars(n))
def pos(s):
    if int(s) < 0:
        raise argparse.ArgumentTypeError('must be positive')
    return int(s)
z = argparse.ArgumentParser(prog='z', exit_on_error=False)
z.add_argument('--p', type=pos)
try:
    z.parse_args(['--p', '-1'])
except (argparse.ArgumentError, SystemExit) as e:
    print(type(e).__name__, e)
try:
    z.parse_args(['--p=-1'])
except (argparse.ArgumentError, SystemExit) as e:
    print(type(e).__name__, e)
try:
    z.add_argument('--p')
except argparse.ArgumentError as e:
    print(e)
for a, k in (
    (('x', '--y'), {}), (('x',), dict(required=True)), (('--z',), dict(action='bogus')),
    (('--w',), dict(nargs=0)), (('--u',), dict(type=5)),
):
    try:
        z.add_argument(*a, **k)
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)

# expect: > a
# expect: Namespace(src='a', dst='out', num=3, verbose=0, flag=False, mode=None, list=None, add=None, const=None, feature=None, ext=None)
# expect: > a b -n 5 -vvv
# expect: Namespace(src='a', dst='b', num=5, verbose=3, flag=False, mode=None, list=None, add=None, const=None, feature=None, ext=None)
# expect: > a --num=7 --flag --mode fast
# expect: Namespace(src='a', dst='out', num=7, verbose=0, flag=True, mode='fast', list=None, add=None, const=None, feature=None, ext=None)
# expect: > a --list 1 2.5 --add x --add y
# expect: Namespace(src='a', dst='out', num=3, verbose=0, flag=False, mode=None, list=[1.0, 2.5], add=['x', 'y'], const=None, feature=None, ext=None)
# expect: > 
# expect: usage: PROG [-h] [-n N] [-v] [--flag] [--no] [--mode {fast,slow}]
# expect:             [--list LIST [LIST ...]] [--add ADD] [--const] [--version]
# expect:             [--feature | --no-feature] [--ext [EXT ...]]
# expect:             src [dst]
# expect: PROG: error: the following arguments are required: src
# expect: exit 2
# expect: > a b c
# expect: usage: PROG [-h] [-n N] [-v] [--flag] [--no] [--mode {fast,slow}]
# expect:             [--list LIST [LIST ...]] [--add ADD] [--const] [--version]
# expect:             [--feature | --no-feature] [--ext [EXT ...]]
# expect:             src [dst]
# expect: PROG: error: unrecognized arguments: c
# expect: exit 2
# expect: > a -n x
# expect: usage: PROG [-h] [-n N] [-v] [--flag] [--no] [--mode {fast,slow}]
# expect:             [--list LIST [LIST ...]] [--add ADD] [--const] [--version]
# expect:             [--feature | --no-feature] [--ext [EXT ...]]
# expect:             src [dst]
# expect: PROG: error: argument -n/--num: invalid int value: 'x'
# expect: exit 2
# expect: > a --mode huge
# expect: usage: PROG [-h] [-n N] [-v] [--flag] [--no] [--mode {fast,slow}]
# expect:             [--list LIST [LIST ...]] [--add ADD] [--const] [--version]
# expect:             [--feature | --no-feature] [--ext [EXT ...]]
# expect:             src [dst]
# expect: PROG: error: argument --mode: invalid choice: 'huge' (choose from 'fast', 'slow')
# expect: exit 2
# expect: > a --list
# expect: usage: PROG [-h] [-n N] [-v] [--flag] [--no] [--mode {fast,slow}]
# expect:             [--list LIST [LIST ...]] [--add ADD] [--const] [--version]
# expect:             [--feature | --no-feature] [--ext [EXT ...]]
# expect:             src [dst]
# expect: PROG: error: argument --list: expected at least one argument
# expect: exit 2
# expect: > a --unknown
# expect: usage: PROG [-h] [-n N] [-v] [--flag] [--no] [--mode {fast,slow}]
# expect:             [--list LIST [LIST ...]] [--add ADD] [--const] [--version]
# expect:             [--feature | --no-feature] [--ext [EXT ...]]
# expect:             src [dst]
# expect: PROG: error: unrecognized arguments: --unknown
# expect: exit 2
# expect: > -h
# expect: usage: PROG [-h] [-n N] [-v] [--flag] [--no] [--mode {fast,slow}]
# expect:             [--list LIST [LIST ...]] [--add ADD] [--const] [--version]
# expect:             [--feature | --no-feature] [--ext [EXT ...]]
# expect:             src [dst]
# expect:
# expect: A demo program with a fairly long description that must be wrapped over lines.
# expect:
# expect: positional arguments:
# expect:   src                   source file
# expect:   dst                   dest (default: out)
# expect:
# expect: options:
# expect:   -h, --help            show this help message and exit
# expect:   -n N, --num N         a number
# expect:   -v, --verbose
# expect:   --flag
# expect:   --no
# expect:   --mode {fast,slow}
# expect:   --list LIST [LIST ...]
# expect:   --add ADD
# expect:   --const
# expect:   --version             show program's version number and exit
# expect:   --feature, --no-feature
# expect:   --ext [EXT ...]
# expect:
# expect: the end
# expect: exit 0
# expect: > --version
# expect: PROG 1.0
# expect: exit 0
# expect: > a --no-feature --const
# expect: Namespace(src='a', dst='out', num=3, verbose=0, flag=False, mode=None, list=None, add=None, const=9, feature=False, ext=None)
# expect: > a --feat
# expect: Namespace(src='a', dst='out', num=3, verbose=0, flag=False, mode=None, list=None, add=None, const=None, feature=True, ext=None)
# expect: > a --ver
# expect: usage: PROG [-h] [-n N] [-v] [--flag] [--no] [--mode {fast,slow}]
# expect:             [--list LIST [LIST ...]] [--add ADD] [--const] [--version]
# expect:             [--feature | --no-feature] [--ext [EXT ...]]
# expect:             src [dst]
# expect: PROG: error: ambiguous option: --ver could match --verbose, --version
# expect: exit 2
# expect: > a --ext 1 --ext 2 3
# expect: Namespace(src='a', dst='out', num=3, verbose=0, flag=False, mode=None, list=None, add=None, const=None, feature=None, ext=['1', '2', '3'])
# expect: > a --n 4
# expect: usage: PROG [-h] [-n N] [-v] [--flag] [--no] [--mode {fast,slow}]
# expect:             [--list LIST [LIST ...]] [--add ADD] [--const] [--version]
# expect:             [--feature | --no-feature] [--ext [EXT ...]]
# expect:             src [dst]
# expect: PROG: error: ambiguous option: --n could match --num, --no, --no-feature
# expect: exit 2
# expect: > a -v -v -n4 --
# expect: usage: PROG [-h] [-n N] [-v] [--flag] [--no] [--mode {fast,slow}]
# expect:             [--list LIST [LIST ...]] [--add ADD] [--const] [--version]
# expect:             [--feature | --no-feature] [--ext [EXT ...]]
# expect:             src [dst]
# expect: PROG: error: unrecognized arguments: --
# expect: exit 2
# expect: > -- -a
# expect: Namespace(src='-a', dst='out', num=3, verbose=0, flag=False, mode=None, list=None, add=None, const=None, feature=None, ext=None)
# expect: (Namespace(src='a', dst='out', num=3, verbose=0, flag=False, mode=None, list=None, add=None, const=None, feature=None, ext=None), ['--zzz', '1'])
# expect: usage: PROG [-h] [-n N] [-v] [--flag] [--no] [--mode {fast,slow}]
# expect:             [--list LIST [LIST ...]] [--add ADD] [--const] [--version]
# expect:             [--feature | --no-feature] [--ext [EXT ...]]
# expect:             src [dst]
# expect:
# expect: > clone http://x
# expect: Namespace(cmd='clone', a=False, b=False, url='http://x', func='F')
# expect: > push --force
# expect: Namespace(cmd='push', a=False, b=False, force=True)
# expect: > 
# expect: usage: git [-h] [--a | --b] {clone,cl,push} ...
# expect: git: error: the following arguments are required: cmd
# expect: exit 2
# expect: > bogus
# expect: usage: git [-h] [--a | --b] {clone,cl,push} ...
# expect: git: error: argument cmd: invalid choice: 'bogus' (choose from 'clone', 'cl', 'push')
# expect: exit 2
# expect: > --a --b push
# expect: usage: git [-h] [--a | --b] {clone,cl,push} ...
# expect: git: error: argument --b: not allowed with argument --a
# expect: exit 2
# expect: > -h
# expect: usage: git [-h] [--a | --b] {clone,cl,push} ...
# expect:
# expect: options:
# expect:   -h, --help       show this help message and exit
# expect:   --a
# expect:   --b
# expect:
# expect: commands:
# expect:   {clone,cl,push}  sub help
# expect:     clone (cl)     clone it
# expect: exit 0
# expect: > clone -h
# expect: usage: git clone [-h] url
# expect:
# expect: positional arguments:
# expect:   url
# expect:
# expect: options:
# expect:   -h, --help  show this help message and exit
# expect: exit 0
# expect: > cl u
# expect: Namespace(cmd='cl', a=False, b=False, url='u', func='F')
# expect: usage: r [+x X]
# expect:
# expect: options:
# expect:   +x X  hex (default: 5)
# expect:
# expect: grp:
# expect:   group desc
# expect: Namespace(x=255, req='1')
# expect: usage: r [+x X]
# expect: r: error: argument +x: invalid <lambda> value: 'zz'
# expect: exit 2
# expect: usage: r [+x X]
# expect: r: error: the following arguments are required: --req
# expect: exit 2
# expect: Namespace(a=1, b='x') True True {'a': 1, 'b': 'x'}
# expect: ArgumentError argument --p: must be positive
# expect: ArgumentError argument --p: must be positive
# expect: argument --p: conflicting option string: --p
# expect: ValueError invalid option string 'x': must start with a character '-'
# expect: TypeError 'required' is an invalid argument for positionals
# expect: ValueError unknown action "bogus"
# expect: ValueError nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store const may be more appropriate
# expect: ValueError 5 is not callable
# lib: -3.12
