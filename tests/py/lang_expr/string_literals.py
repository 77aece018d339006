print('a' "b" '''c''' """d""")
print('it\'s', "q\"q", 'tab\tend', 'nl\\n', '\x41\u0042\U00000043\N{LATIN SMALL LETTER D}', '\101\60')
print(r'\n\t', R'\'', rb'\x', br'\d', b'\x00\xff\t', B'a' b'c')
print('''multi
line''', """a "quoted" 'x'""")
print('con\
tinued', len('\
'))
print(repr('\a\b\f\v\0\x7f\x80\xa0\xad'), ascii('é€😀'), repr('é€😀'))
print('\ud800'.encode('utf-8', 'surrogatepass'), len('😀'), u'uni', U'U')
print("'" '"', repr("'"), repr('"'), repr('\'"'))
for s in [r"'\x4'", r"'\u12'", r"'\U00110000'", r"'\N{NO SUCH}'", r"b'\x'", "b'é'", "'a' b'b'", r"'\N'"]:
    try: print(eval(s))
    except SyntaxError as e: print(s, e.msg)

# expect: abcd
# expect: it's q"q tab	end nl\n ABCd A0
# expect: \n\t \' b'\\x' b'\\d' b'\x00\xff\t' b'ac'
# expect: multi
# expect: line a "quoted" 'x'
# expect: continued 0
# expect: '\x07\x08\x0c\x0b\x00\x7f\x80\xa0\xad' '\xe9\u20ac\U0001f600' 'é€😀'
# expect: b'\xed\xa0\x80' 1 uni U
# expect: '" "'" '"' '\'"'
# expect: '\x4' (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: truncated \xXX escape
# expect: '\u12' (unicode error) 'unicodeescape' codec can't decode bytes in position 0-3: truncated \uXXXX escape
# expect: '\U00110000' (unicode error) 'unicodeescape' codec can't decode bytes in position 0-9: illegal Unicode character
# expect: '\N{NO SUCH}' (unicode error) 'unicodeescape' codec can't decode bytes in position 0-10: unknown Unicode character name
# expect: b'\x' (value error) invalid \x escape at position 0
# expect: b'é' bytes can only contain ASCII literal characters
# expect: 'a' b'b' cannot mix bytes and nonbytes literals
# expect: '\N' (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \N character escape
