def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

def caesar(s, k):
    out = []
    for c in s:
        if c.isalpha() and c.isascii():
            b = ord('A') if c.isupper() else ord('a')
            out.append(chr((ord(c) - b + k) % 26 + b))
        else: out.append(c)
    return ''.join(out)
import string
rot13 = str.maketrans(string.ascii_letters, string.ascii_lowercase[13:] + string.ascii_lowercase[:13] + string.ascii_uppercase[13:] + string.ascii_uppercase[:13])
t(lambda: caesar('Hello, World!', 3))
t(lambda: caesar(caesar('Hello, World!', 3), -3))
t(lambda: 'Hello'.translate(rot13))
t(lambda: 'Hello'.translate(rot13).translate(rot13))
import codecs
t(lambda: codecs.encode('Hello', 'rot13'))
t(lambda: codecs.decode('Uryyb', 'rot_13'))

# expect: 'Khoor, Zruog!'
# expect: 'Hello, World!'
# expect: 'Uryyb'
# expect: 'Hello'
# expect: 'Uryyb'
# expect: 'Hello'
