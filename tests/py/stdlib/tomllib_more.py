import tomllib, json
doc = '\ntitle = "TOML"\nint = 1_000\nhex = 0xDEAD\noct = 0o17\nbin = 0b11\nflt = 3.14e2\ninf = -inf\nt = true\nodt = 1979-05-27T07:32:00Z\nldt = 1979-05-27T07:32:00.5\nld = 1979-05-27\nlt = 07:32:00\nml = """\na\\\n   b "q" \\u00e9"""\nlit = \'C:\\n\'\nmlit = \'\'\'\nraw\\n\'\'\'\narr = [1, 2, [3, "x"], {a = 1, b.c = 2},]\n"quoted key" = 1\na.b.c = 1\n[owner]\nname = "T"\n[owner.sub]\nx = 1\n[[prod]]\nn = 1\n[[prod]]\nn = 2\n[[prod.items]]\nz = 1\n'
d = tomllib.loads(doc)
print(d)
print(tomllib.loads('x=1.5', parse_float=str))
for s in (
    'a', 'a=', 'a=1\na=2', '[a]\n[a]', 'a="\n"', 'a=1 b=2', 'a=[1', 'a={b=1', 'a=00', 'a="\\x"',
    'a=1979-13-01', '[[a]]\n[a]', 'a.b=1\na=2', 'a=tru', "a='x", '[a', 'a=_1', '= 1', 'a={b=1,}',
    '\x00',
):
    try:
        print(tomllib.loads(s))
    except tomllib.TOMLDecodeError as e:
        print(e)
try:
    tomllib.loads(b'a=1')
except TypeError as e:
    print(e)

# expect: {'title': 'TOML', 'int': 1000, 'hex': 57005, 'oct': 15, 'bin': 3, 'flt': 314.0, 'inf': -inf, 't': True, 'odt': datetime.datetime(1979, 5, 27, 7, 32, tzinfo=datetime.timezone.utc), 'ldt': datetime.datetime(1979, 5, 27, 7, 32, 0, 500000), 'ld': datetime.date(1979, 5, 27), 'lt': datetime.time(7, 32), 'ml': 'ab "q" é', 'lit': 'C:\\n', 'mlit': 'raw\\n', 'arr': [1, 2, [3, 'x'], {'a': 1, 'b': {'c': 2}}], 'quoted key': 1, 'a': {'b': {'c': 1}}, 'owner': {'name': 'T', 'sub': {'x': 1}}, 'prod': [{'n': 1}, {'n': 2, 'items': [{'z': 1}]}]}
# expect: {'x': '1.5'}
# expect: Expected '=' after a key in a key/value pair (at end of document)
# expect: Invalid value (at end of document)
# expect: Cannot overwrite a value (at end of document)
# expect: Cannot declare ('a',) twice (at line 2, column 3)
# expect: Illegal character '\n' (at line 1, column 4)
# expect: Expected newline or end of document after a statement (at line 1, column 5)
# expect: Unclosed array (at end of document)
# expect: Unclosed inline table (at end of document)
# expect: Expected newline or end of document after a statement (at line 1, column 4)
# expect: Unescaped '\' in a string (at line 1, column 6)
# expect: Expected newline or end of document after a statement (at line 1, column 7)
# expect: Cannot declare ('a',) twice (at line 2, column 3)
# expect: Cannot overwrite a value (at end of document)
# expect: Invalid value (at line 1, column 3)
# expect: Expected "'" (at end of document)
# expect: Expected ']' at the end of a table declaration (at end of document)
# expect: Invalid value (at line 1, column 3)
# expect: Invalid statement (at line 1, column 1)
# expect: Invalid initial character for a key part (at line 1, column 8)
# expect: Invalid statement (at line 1, column 1)
# expect: a bytes-like object is required, not 'str'
# lib: -3.13
