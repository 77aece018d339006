import shlex, getopt
print(shlex.split('a \'b c\' "d \\" e" f\\ g # h'), shlex.split('a # b', comments=True))
print(shlex.quote("it's"), shlex.quote('safe-1.txt'), shlex.quote(''), shlex.join(['a b', 'c', "d'"]))
print(shlex.split("a\\\nb 'c'd", posix=False))
print(list(shlex.shlex('a && b||c; d>e', punctuation_chars=True)))
for s in ("'abc", '"abc', 'a\\'):
    try:
        print(shlex.split(s))
    except ValueError as e:
        print(e)
print(getopt.getopt('-a -b -cfoo -d bar a1 a2'.split(), 'abc:d:'), getopt.getopt('--cond=foo --test --out f -x a'.split(), 'x', ['cond=', 'test', 'out=']), getopt.gnu_getopt('a1 -a b --lo c'.split(), 'a', ['long']))
for a, b, c in (
    (['-z'], 'a', []), (['-a'], 'a:', []), (['--foo'], '', ['bar']), (['--ba=1'], '', ['bar']),
    (['--b'], '', ['bar', 'baz']), (['--out'], '', ['out=']),
):
    try:
        print(getopt.getopt(a, b, c))
    except getopt.GetoptError as e:
        print(e, e.msg, e.opt)

# expect: ['a', 'b c', 'd " e', 'f g', '#', 'h'] ['a']
# expect: 'it'"'"'s' safe-1.txt '' 'a b' c 'd'"'"''
# expect: ['a\\', 'b', "'c'", 'd']
# expect: ['a', '&&', 'b', '||', 'c', ';', 'd', '>', 'e']
# expect: No closing quotation
# expect: No closing quotation
# expect: No escaped character
# expect: ([('-a', ''), ('-b', ''), ('-c', 'foo'), ('-d', 'bar')], ['a1', 'a2']) ([('--cond', 'foo'), ('--test', ''), ('--out', 'f'), ('-x', '')], ['a']) ([('-a', ''), ('--long', '')], ['a1', 'b', 'c'])
# expect: option -z not recognized option -z not recognized z
# expect: option -a requires argument option -a requires argument a
# expect: option --foo not recognized option --foo not recognized foo
# expect: option --bar must not have an argument option --bar must not have an argument bar
# expect: option --b not a unique prefix option --b not a unique prefix b
# expect: option --out requires argument option --out requires argument out
# lib: -3.13
