import hashlib, hmac, secrets, zlib
for n in ('md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256', 'blake2b', 'blake2s'):
    h = hashlib.new(n, b'abc')
    print(n, h.hexdigest(), h.digest_size, h.block_size, h.name)
h = hashlib.sha256()
h.update(b'a')
c = h.copy()
h.update(b'b')
print(h.hexdigest() == hashlib.sha256(b'ab').hexdigest(), c.hexdigest()[:8])
print(hashlib.shake_128(b'x').hexdigest(5))
print(hashlib.blake2b(b'x', digest_size=8, key=b'k', salt=b's', person=b'p').hexdigest())
print(hashlib.pbkdf2_hmac('sha256', b'pw', b'salt', 10).hex()[:16])
print(hashlib.scrypt(b'pw', salt=b's', n=2, r=1, p=1, dklen=8).hex())
print(hmac.new(b'k', b'm', 'sha256').hexdigest()[:10], hmac.digest(b'k', b'm', 'md5').hex())
print(hmac.compare_digest('a', 'a'), hmac.compare_digest(b'a', b'b'), zlib.crc32(b'abc'))
print(zlib.adler32(b'abc'), sorted(hashlib.algorithms_guaranteed)[:3])
for f in (
    lambda: hashlib.new('nope'), lambda: hashlib.md5('str'), lambda: hashlib.sha256(5),
    lambda: hmac.new(b'k', b'm'), lambda: hmac.compare_digest('é', 'a'),
    lambda: hmac.compare_digest('a', b'a'), lambda: hashlib.shake_128(b'').hexdigest(),
    lambda: hashlib.blake2b(digest_size=99), lambda: hmac.new('k', b'm', 'md5'),
    lambda: hashlib.pbkdf2_hmac('sha256', b'', b'', 0),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), secrets.randbelow(1))
print(len(secrets.token_urlsafe(10)) > 10, secrets.choice([7]), secrets.compare_digest('x', 'x'))
z = zlib.compress(b'hello ' * 20)
print(zlib.decompress(z)[:11], zlib.decompressobj().decompress(z, 5))
try:
    zlib.decompress(b'bad')
except zlib.error as e:
    print(e)

# expect: md5 900150983cd24fb0d6963f7d28e17f72 16 64 md5
# expect: sha1 a9993e364706816aba3e25717850c26c9cd0d89d 20 64 sha1
# expect: sha224 23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7 28 64 sha224
# expect: sha256 ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad 32 64 sha256
# expect: sha384 cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7 48 128 sha384
# expect: sha512 ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f 64 128 sha512
# expect: sha3_256 3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532 32 136 sha3_256
# expect: blake2b ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d17d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923 64 128 blake2b
# expect: blake2s 508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982 32 64 blake2s
# expect: True ca978112
# expect: e472c5e394
# expect: 03c852462ff0a553
# expect: 72aecd14244887c3
# expect: 43d009c11f899bde
# expect: b60090e305 ed7e724d3a91554aaa2043041d9c5305
# expect: True False 891568578
# expect: 38600999 ['blake2b', 'blake2s', 'md5']
# expect: ValueError unsupported hash type nope
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: TypeError Missing required parameter 'digestmod'.
# expect: TypeError comparing strings with non-ASCII characters is not supported
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError hexdigest() missing required argument 'length' (pos 1)
# expect: ValueError digest_size must be between 1 and 64 bytes
# expect: TypeError key: expected bytes or bytearray, but got 'str'
# expect: ValueError iteration value must be greater than 0.
# expect: 16 5 0
# expect: True 7 True
# expect: b'hello hello' b'hello'
# expect: Error -3 while decompressing data: incorrect header check
# lib: -3.12
