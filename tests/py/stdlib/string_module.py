import string
print(string.ascii_letters, string.digits, string.punctuation, repr(string.whitespace))
print(string.hexdigits, string.octdigits, len(string.printable))
print(string.capwords('hello  world foo'), string.capwords('a-b-c', '-'))
T = string.Template
print(T('$who likes ${what}s $$5').substitute(who='tim', what='pie'), T('$a $b').safe_substitute(a=1))
print(T('$a').substitute({'a': 2}, a=3), T('$x ${y}').get_identifiers(), T('$x $').is_valid())
for s, d in (('$a $b', {'a': 1}), ('$', {}), ('abc $1', {}), ('a\nb ${', {})):
    try:
        print(T(s).substitute(d))
    except Exception as e:
        print(type(e).__name__, e)
class MT(T):
    delimiter = '%'
    idpattern = '[a-z]+_[a-z]+'
print(MT('%% %with_underscore %notunderscored').safe_substitute(with_underscore='r'))
f = string.Formatter()
print(f.format('{0} {a!r:>5} {0.real}', 5, a='x'), list(f.parse('a{b!r:c}d{{}}{e.f[0]}')), f.vformat('{x}', (), {'x': 9}))
class DF(string.Formatter):
    def get_value(self, k, a, kw):
        return kw.get(k, '?') if isinstance(k, str) else a[k]
    def format_field(self, v, s):
        return s.upper() + str(v)
    def check_unused_args(self, u, a, k):
        print('used', sorted(map(str, u)))
print(DF().format('{a} {b:x} {0}', 1, a=2))
for s in ('{', '{}{1}', '{!x}', '{a.}', '{0[}'):
    try:
        print(f.format(s, 1, 2, a=1))
    except Exception as e:
        print(type(e).__name__, e)

# expect: abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ 0123456789 !"#$%&'()*+,-./:;<=>?@[\]^_`{|}~ ' \t\n\r\x0b\x0c'
# expect: 0123456789abcdefABCDEF 01234567 100
# expect: Hello World Foo A-B-C
# expect: tim likes pies $5 1 $b
# expect: 3 ['x', 'y'] False
# expect: KeyError 'b'
# expect: ValueError Invalid placeholder in string: line 1, col 1
# expect: ValueError Invalid placeholder in string: line 1, col 5
# expect: ValueError Invalid placeholder in string: line 2, col 3
# expect: % r %notunderscored
# expect: 5   'x' 5 [('a', 'b', 'c', 'r'), ('d{', None, None, None), ('}', None, None, None), ('', 'e.f[0]', '', None)] 9
# expect: used ['0', 'a', 'b']
# expect: 2 X? 1
# expect: ValueError Single '{' encountered in format string
# expect: ValueError cannot switch from manual field specification to automatic field numbering
# expect: ValueError Unknown conversion specifier x
# expect: ValueError Empty attribute in format string
# expect: ValueError expected '}' before end of string
# lib: -3.13
