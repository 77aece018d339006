# Names of characters, both ways; aliases and sequences; what 3.2.0 said.
# since-3.14: category() argument must be a unicode character, not str => category(): argument must be a unicode character, not a string of length 2
# since-3.14: name() argument 1 must be a unicode character, not str => name(): argument 1 must be a unicode character, not a string of length 0
import unicodedata as u

for c in 'a\u00e9\u2022\u4e00\uac00\uac02\ud7a3\uf900\U00018b00\U0001b170\U0001f600\u0f60\u0fd0':
    name = u.name(c)
    print(ascii(c), name, u.lookup(name) == c)
print(u.name('\0', 'none'), u.name('\ue000', None), u.name('\U00017000', None), u.name('\ud800', None))
for name in ('LF', 'line feed', 'Bullet', 'LATIN SMALL LETTER GHA', 'LATIN SMALL LETTER R WITH TILDE', 'KEYCAP DIGIT ONE', 'CJK UNIFIED IDEOGRAPH-04E00'):
    print(name, ascii(u.lookup(name)))
for name in ('', 'NO SUCH', 'HANGUL SYLLABLE', 'HANGUL SYLLABLE GX', 'cjk unified ideograph-4e00', 'BULLET ', 'A\0B', '\u00e9', 'X' * 300):
    try:
        print(u.lookup(name))
    except KeyError as e:
        print('KeyError', ascii(e.args[0][:60]))
print('\N{BULLET}\N{bullet}'.encode('ascii', 'namereplace'), '\N{LF}' == '\n', f'\N{GREEK SMALL LETTER PI}' == '\u03c0')
for source in (r"'\N{KEYCAP DIGIT ONE}'", r"'ab\N{NO SUCH}'", r"'\N{}'", r"'\N'", r"'\N{BULLET'", r"f'{1}\N{NO}'", r"'é\N{NO}'"):
    try:
        eval(source)
    except SyntaxError as e:
        print(e.msg)
print(b'\\N{BULLET}\\N{LF}\\N{KEYCAP DIGIT ONE}|\\N{}'.decode('unicode_escape', 'replace').encode('ascii', 'backslashreplace'))
old = u.ucd_3_2_0
print(old.unidata_version, old.category('\u20bf'), u.category('\u20bf'), old.name('\u20bf', None), old.bidirectional('\u20bf') == '')
print(old.category('\u00ab'), old.category('\u17b4'), u.category('\u17b4'), old.decimal('\u1369', None), u.decimal('\u1369', None))
print(ascii(old.normalize('NFC', '\U0002f868e\u0301\u20bf')), ascii(u.normalize('NFC', '\U0002f868e\u0301\u20bf')))
for name in ('LF', 'KEYCAP DIGIT ONE'):
    try:
        old.lookup(name)
    except KeyError as e:
        print('KeyError', e)
print(u.decomposition('\u00bd'), u.decomposition('\u00e9'), repr(u.decomposition('\uac00')), u.decomposition('\U0002f868'), u.decomposition('\ufdfa'))
for f, *args in ((u.name, '\0'), (u.name, 1), (u.decimal, 'a'), (u.digit, 'a'), (u.numeric, 'a'), (u.normalize, 'X', 'a'),
                 (u.normalize, 'NFC', 1), (u.category, b'a'), (u.is_normalized, 1, 'a'), (u.UCD,), (u.category, 'ab'), (u.name, '')):
    try:
        print(f(*args))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)

# expect: 'a' LATIN SMALL LETTER A True
# expect: '\xe9' LATIN SMALL LETTER E WITH ACUTE True
# expect: '\u2022' BULLET True
# expect: '\u4e00' CJK UNIFIED IDEOGRAPH-4E00 True
# expect: '\uac00' HANGUL SYLLABLE GA True
# expect: '\uac02' HANGUL SYLLABLE GAGG True
# expect: '\ud7a3' HANGUL SYLLABLE HIH True
# expect: '\uf900' CJK COMPATIBILITY IDEOGRAPH-F900 True
# expect: '\U00018b00' KHITAN SMALL SCRIPT CHARACTER-18B00 True
# expect: '\U0001b170' NUSHU CHARACTER-1B170 True
# expect: '\U0001f600' GRINNING FACE True
# expect: '\u0f60' TIBETAN LETTER -A True
# expect: '\u0fd0' TIBETAN MARK BSKA- SHOG GI MGO RGYAN True
# expect: none None None None
# expect: LF '\n'
# expect: line feed '\n'
# expect: Bullet '\u2022'
# expect: LATIN SMALL LETTER GHA '\u01a3'
# expect: LATIN SMALL LETTER R WITH TILDE 'r\u0303'
# expect: KEYCAP DIGIT ONE '1\ufe0f\u20e3'
# expect: CJK UNIFIED IDEOGRAPH-04E00 '\u4e00'
# expect: KeyError "undefined character name ''"
# expect: KeyError "undefined character name 'NO SUCH'"
# expect: KeyError "undefined character name 'HANGUL SYLLABLE'"
# expect: KeyError "undefined character name 'HANGUL SYLLABLE GX'"
# expect: KeyError "undefined character name 'cjk unified ideograph-4e00'"
# expect: KeyError "undefined character name 'BULLET '"
# expect: KeyError "undefined character name 'A'"
# expect: KeyError "undefined character name '\xe9'"
# expect: KeyError 'name too long'
# expect: b'\\N{BULLET}\\N{BULLET}' True True
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-19: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 2-12: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-2: malformed \N character escape
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-1: malformed \N character escape
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-8: malformed \N character escape
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 0-5: unknown Unicode character name
# expect: (unicode error) 'unicodeescape' codec can't decode bytes in position 10-15: unknown Unicode character name
# expect: b'\\u2022\n\\ufffd|\\ufffd}'
# expect: 3.2.0 Cn Sc None True
# expect: Pi Mc Mn 1 None
# expect: '\U0002136a\xe9\u20bf' '\u36fc\xe9\u20bf'
# expect: KeyError "undefined character name 'LF'"
# expect: KeyError "undefined character name 'KEYCAP DIGIT ONE'"
# expect: <fraction> 0031 2044 0032 0065 0301 '' 36FC <isolated> 0635 0644 0649 0020 0627 0644 0644 0647 0020 0639 0644 064A 0647 0020 0648 0633 0644 0645
# expect: ValueError no such name
# expect: TypeError name() argument 1 must be a unicode character, not int
# expect: ValueError not a decimal
# expect: ValueError not a digit
# expect: ValueError not a numeric character
# expect: ValueError invalid normalization form
# expect: TypeError normalize() argument 2 must be str, not int
# expect: TypeError category() argument must be a unicode character, not bytes
# expect: TypeError is_normalized() argument 1 must be str, not int
# expect: TypeError cannot create 'unicodedata.UCD' instances
# expect: TypeError category(): argument must be a unicode character, not a string of length 2
# expect: TypeError name(): argument 1 must be a unicode character, not a string of length 0
