import hashlib, hmac, threading, _hashlib

def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

for n in sorted(hashlib.algorithms_guaranteed):
    h = hashlib.new(n, b'abc')
    print(n, h.name, h.digest_size, h.block_size, h.hexdigest(*([8] if 'shake' in n else []))[:32])
t(lambda: hashlib.new('no such'))
t(lambda: _hashlib.new(1))
t(lambda: hashlib.md5('x'))
t(lambda: hashlib.md5(1))
t(lambda: hashlib.shake_128().digest())
t(lambda: hashlib.md5().digest(5))
t(lambda: type(hashlib.md5())())
t(lambda: hashlib.pbkdf2_hmac('sha256', b'p', b's', 1000).hex())
t(lambda: hashlib.pbkdf2_hmac('md5', b'p', b's', 0))
t(lambda: hashlib.pbkdf2_hmac('md5', b'p', b's', 1, -1))
t(lambda: hashlib.scrypt(b'p', salt=b's', n=2, r=8, p=1, dklen=16).hex())
t(lambda: hashlib.scrypt(b'p', salt=b's', n=3, r=8, p=1))
t(lambda: hashlib.scrypt(b'p'))
t(lambda: hmac.new(b'k', b'm', 'sha256').hexdigest())
t(lambda: hmac.new(b'k', b'm', hashlib.sha3_256).hexdigest())
t(lambda: hmac.digest(b'', b'm', 'md5').hex())
t(lambda: hmac.new(b'k', b'm', 'no such'))
t(lambda: _hashlib.hmac_new(b'k'))
h = hmac.new(b'k', b'm', 'sha1'); c = h.copy(); c.update(b'z')
t(lambda: (h.hexdigest(), c.hexdigest(), h.name, h.digest_size, h.block_size))
t(lambda: hmac.compare_digest('\xe9', 'a'))
t(lambda: hashlib.blake2b(b'x', digest_size=5, key=b'k', salt=b's', person=b'p').hexdigest())
t(lambda: hashlib.blake2s(b'x', fanout=2, depth=2, leaf_size=64, node_offset=1, node_depth=1, inner_size=32, last_node=True).hexdigest()[:16])
t(lambda: hashlib.blake2b(leaf_size=1 << 32))
t(lambda: hashlib.blake2b(digest_size=65))

# One object, many threads: the order is open, but each piece is hashed whole.
h = hashlib.sha256()
def feed():
    for _ in range(50): h.update(b'a' * 5000)
threads = [threading.Thread(target=feed) for _ in range(4)]
for x in threads: x.start()
for x in threads: x.join()
t(lambda: h.hexdigest() == hashlib.sha256(b'a' * 1000000).hexdigest())

# expect: blake2b blake2b 64 128 ba80a53f981c4d0d6a2797b69f12f6e9
# expect: blake2s blake2s 32 64 508c5e8c327c14e2e1a72ba34eeb452f
# expect: md5 md5 16 64 900150983cd24fb0d6963f7d28e17f72
# expect: sha1 sha1 20 64 a9993e364706816aba3e25717850c26c
# expect: sha224 sha224 28 64 23097d223405d8228642a477bda255b3
# expect: sha256 sha256 32 64 ba7816bf8f01cfea414140de5dae2223
# expect: sha384 sha384 48 128 cb00753f45a35e8bb5a03d699ac65007
# expect: sha3_224 sha3_224 28 144 e642824c3f8cf24ad09234ee7d3c766f
# expect: sha3_256 sha3_256 32 136 3a985da74fe225b2045c172d6bd390bd
# expect: sha3_384 sha3_384 48 104 ec01498288516fc926459f58e2c6ad8d
# expect: sha3_512 sha3_512 64 72 b751850b1a57168a5693cd924b6b096e
# expect: sha512 sha512 64 128 ddaf35a193617abacc417349ae204131
# expect: shake_128 shake_128 0 168 5881092dd818bf5c
# expect: shake_256 shake_256 0 136 483366601360a877
# expect: ValueError unsupported hash type no such
# expect: TypeError name must be a string
# expect: TypeError Strings must be encoded before hashing
# expect: TypeError object supporting the buffer API required
# expect: TypeError digest() missing required argument 'length' (pos 1)
# expect: TypeError HASH.digest() takes no arguments (1 given)
# expect: TypeError cannot create '_hashlib.HASH' instances
# expect: '07f5f5e23e40846c35c4c7bbc8244ee25ed607c7f18301e9805d16771f287971'
# expect: ValueError iteration value must be greater than 0.
# expect: ValueError key length must be greater than 0.
# expect: 'a707fd18f694cb8659e2e99cedf8775f'
# expect: ValueError n must be a power of 2.
# expect: TypeError salt is required
# expect: 'b60090e3052297aeb5a080889ce2fc4bca957e756faeb4df7d31800ca1e771ec'
# expect: '1b92d4a22666154356c30c31595306c7db17a27a0fb02efae867f69018d3a876'
# expect: '0c116db8b58edcd767aa7a3077f35088'
# expect: ValueError unsupported hash type no such
# expect: TypeError Missing required parameter 'digestmod'.
# expect: ('772b71c8a2997e768be01d9711e4a4f34a24ef33', '4369a224fe5b8a08f9adaf8123c8b97804ec0d32', 'hmac-sha1', 20, 64)
# expect: TypeError comparing strings with non-ASCII characters is not supported
# expect: '98b6e750d6'
# expect: '9ba4fd88abadac3b'
# expect: OverflowError leaf_size is too large
# expect: ValueError digest_size must be between 1 and 64 bytes
# expect: True
