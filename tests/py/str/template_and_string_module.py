def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import string
t(lambda: string.ascii_lowercase)
t(lambda: string.digits)
t(lambda: string.hexdigits)
t(lambda: string.punctuation)
t(lambda: string.whitespace)
t(lambda: string.capwords('hello  big world'))
t(lambda: string.capwords('a-b-c', '-'))
t(lambda: string.Template('$a ${b}c $$').substitute(a=1, b=2))
t(lambda: string.Template('$a $z').safe_substitute(a=1))
t(lambda: string.Template('$a').substitute())
t(lambda: string.Template('$').substitute())
t(lambda: string.Template('$1').substitute())
t(lambda: string.Formatter().format('{0} {x:>3}', 1, x=2))
t(lambda: list(string.Formatter().parse('a{b!r:>3}c{}')))
t(lambda: string.Template('$a $b').get_identifiers())
t(lambda: string.Template('$ok $').is_valid())

# expect: 'abcdefghijklmnopqrstuvwxyz'
# expect: '0123456789'
# expect: '0123456789abcdefABCDEF'
# expect: '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'
# expect: ' \t\n\r\x0b\x0c'
# expect: 'Hello Big World'
# expect: 'A-B-C'
# expect: '1 2c $'
# expect: '1 $z'
# expect: KeyError 'a'
# expect: ValueError Invalid placeholder in string: line 1, col 1
# expect: ValueError Invalid placeholder in string: line 1, col 1
# expect: '1   2'
# expect: [('a', 'b', '>3', 'r'), ('c', '', '', None)]
# expect: ['a', 'b']
# expect: False
