def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

for s in ["a'b", 'a"b', 'a\'"b', '\\', '\n\t\r', '\x00\x1f\x7f', '\x80\xa0\xad', 'é', '日', '😀', '\ud800', '\u200b', '\u2028', '\ue000', '\U000e0001', '\u0378', '\ufeff']:
    print(repr(s).encode('ascii', 'backslashreplace').decode(), ascii(s))
t(lambda: repr(''))
t(lambda: repr("'"))
t(lambda: ascii('é"'))
t(lambda: repr(repr('a')))
t(lambda: str('a\nb') == 'a\nb')

# expect: "a'b" "a'b"
# expect: 'a"b' 'a"b'
# expect: 'a\'"b' 'a\'"b'
# expect: '\\' '\\'
# expect: '\n\t\r' '\n\t\r'
# expect: '\x00\x1f\x7f' '\x00\x1f\x7f'
# expect: '\x80\xa0\xad' '\x80\xa0\xad'
# expect: '\xe9' '\xe9'
# expect: '\u65e5' '\u65e5'
# expect: '\U0001f600' '\U0001f600'
# expect: '\ud800' '\ud800'
# expect: '\u200b' '\u200b'
# expect: '\u2028' '\u2028'
# expect: '\ue000' '\ue000'
# expect: '\U000e0001' '\U000e0001'
# expect: '\u0378' '\u0378'
# expect: '\ufeff' '\ufeff'
# expect: "''"
# expect: '"\'"'
# expect: '\'\\xe9"\''
# expect: '"\'a\'"'
# expect: True
