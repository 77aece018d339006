def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import base64, binascii, zlib, hashlib
t(lambda: base64.b64encode(b'hello'))
t(lambda: base64.b64decode('aGVsbG8='))
t(lambda: base64.urlsafe_b64encode(b'\xff\xfe'))
t(lambda: base64.b32encode(b'hi'))
t(lambda: base64.b16encode(b'\xab'))
t(lambda: base64.b85encode(b'hello'))
t(lambda: base64.a85encode(b'hello'))
t(lambda: binascii.hexlify(b'ab'))
t(lambda: binascii.unhexlify('6162'))
t(lambda: binascii.crc32(b'hello'))
t(lambda: zlib.crc32(b'hello'))
t(lambda: zlib.adler32(b'hello'))
t(lambda: zlib.decompress(zlib.compress(b'x' * 1000)) == b'x' * 1000)
t(lambda: hashlib.md5(b'').hexdigest())
t(lambda: hashlib.sha1(b'abc').hexdigest())
t(lambda: hashlib.sha256(b'abc').hexdigest())
t(lambda: hashlib.sha512(b'').hexdigest()[:16])
t(lambda: binascii.crc_hqx(b'123456789', 0))
t(lambda: base64.b64decode('a'))
t(lambda: base64.b64decode('!!!!', validate=True))
t(lambda: binascii.unhexlify('6'))
t(lambda: binascii.unhexlify('zz'))
t(lambda: zlib.decompress(b'bad'))
t(lambda: hashlib.new('nope'))
t(lambda: hashlib.md5('str'))

# expect: b'aGVsbG8='
# expect: b'hello'
# expect: b'__4='
# expect: b'NBUQ===='
# expect: b'AB'
# expect: b'Xk~0{Zv'
# expect: b'BOu!rDZ'
# expect: b'6162'
# expect: b'ab'
# expect: 907060870
# expect: 907060870
# expect: 103547413
# expect: True
# expect: 'd41d8cd98f00b204e9800998ecf8427e'
# expect: 'a9993e364706816aba3e25717850c26c9cd0d89d'
# expect: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
# expect: 'cf83e1357eefb8bd'
# expect: 12739
# expect: Error Invalid base64-encoded string: number of data characters (1) cannot be 1 more than a multiple of 4
# expect: Error Only base64 data is allowed
# expect: Error Odd-length string
# expect: Error Non-hexadecimal digit found
# expect: error Error -3 while decompressing data: incorrect header check
# expect: ValueError unsupported hash type nope
# expect: TypeError Strings must be encoded before hashing
