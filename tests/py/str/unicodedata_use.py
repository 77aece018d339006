def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import unicodedata as u
t(lambda: u.normalize('NFC', 'e\u0301') == 'é')
t(lambda: u.normalize('NFD', 'é'))
t(lambda: u.normalize('NFKC', 'ﬁ²'))
t(lambda: u.normalize('NFKD', 'é½'))
t(lambda: u.name('é'))
t(lambda: u.lookup('BULLET'))
t(lambda: u.category('a'))
t(lambda: u.category('1'))
t(lambda: u.category(' '))
t(lambda: u.bidirectional('א'))
t(lambda: u.combining('\u0301'))
t(lambda: u.decimal('٣'))
t(lambda: u.digit('²'))
t(lambda: u.numeric('½'))
t(lambda: u.east_asian_width('日'))
t(lambda: u.mirrored('('))
t(lambda: u.decomposition('é'))
t(lambda: u.name('\x00'))
t(lambda: u.name('\x00', 'none'))
t(lambda: u.decimal('a', -1))
t(lambda: u.lookup('NOPE'))
t(lambda: u.normalize('X', 'a'))
t(lambda: u.digit('a'))
t(lambda: u.is_normalized('NFC', 'é'))

# expect: True
# expect: 'é'
# expect: 'fi2'
# expect: 'é1⁄2'
# expect: 'LATIN SMALL LETTER E WITH ACUTE'
# expect: '•'
# expect: 'Ll'
# expect: 'Nd'
# expect: 'Zs'
# expect: 'R'
# expect: 230
# expect: 3
# expect: 2
# expect: 0.5
# expect: 'W'
# expect: 1
# expect: '0065 0301'
# expect: ValueError no such name
# expect: 'none'
# expect: -1
# expect: KeyError "undefined character name 'NOPE'"
# expect: ValueError invalid normalization form
# expect: ValueError not a digit
# expect: True
