import hashlib, hmac, uuid, zlib, base64, secrets
print(hashlib.sha256(b'a').hexdigest(), hmac.new(b'k', b'm', 'sha256').hexdigest(), uuid.UUID(int=5), uuid.uuid5(uuid.NAMESPACE_DNS, 'x.y'), zlib.crc32(b'a'), base64.b64encode(b'\xff'), len(secrets.token_hex(4)), hmac.compare_digest('a', 'a'), hashlib.blake2b(b'', digest_size=8).hexdigest(), hashlib.sha3_256(b'').hexdigest()[:16], hashlib.pbkdf2_hmac('sha1', b'p', b's', 2).hex(), uuid.UUID('12345678-1234-5678-1234-567812345678').version)
h = hashlib.md5(); h.update(b'a'); c = h.copy(); h.update(b'b'); print(h.hexdigest(), c.hexdigest(), h.name, h.digest_size)

# expect: ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb b60090e3052297aeb5a080889ce2fc4bca957e756faeb4df7d31800ca1e771ec 00000000-0000-0000-0000-000000000005 b0e7d13f-3549-5b81-8920-1afe47f5feee 3904355907 b'/w==' 8 True e4a6a0577479b2b4 a7ffc6f8bf1ed766 ea4b66d4030c711fa7c569b86856f404c929ee0a None
# expect: 187ef4436122d1cc2f40dc2b92f0eba0 0cc175b9c0f1b6a831c399e269772661 md5 16
