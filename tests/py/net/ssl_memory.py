# Connections between memories, contexts' attributes, names of objects, random bytes.
import os, ssl, warnings

warnings.simplefilter("ignore", DeprecationWarning)

PEM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "localhost.pem")

def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", str(e).split(" (_ssl")[0])

m = ssl.MemoryBIO()
print(m.pending, m.eof, m.read(), m.write(b"abcdef"), m.read(2), m.pending, m.read(100), m.eof)
m.write(b"x")
m.write_eof()
print(m.eof, m.read(), m.eof)
attempt(lambda: m.write(b"y"))
attempt(lambda: m.write("y"))

server, client = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
server.load_cert_chain(PEM)
client.load_verify_locations(cadata=open(PEM).read())
log = []
client._msg_callback = lambda conn, direction, version, content, message, data: log.append((direction, getattr(message, "name", message)))
to_server, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
c = client.wrap_bio(to_client, to_server, server_hostname="localhost")
s = server.wrap_bio(to_server, to_client, server_side=True)
print(c.version(), c.cipher(), c.session_reused)
attempt(lambda: c.getpeercert())
done = set()
while len(done) < 2:
    for side in (c, s):
        try:
            side.do_handshake()
            done.add(side)
        except ssl.SSLWantReadError:
            pass
print(c.version(), ("write", "CLIENT_HELLO") in log, ("read", "SERVER_HELLO") in log)
client._msg_callback = None
attempt(lambda: s.read(10))
print(c.write(b"ping"), s.read(10), s.write(b"pong!"))
room = bytearray(10)
print(c.read(10, room), room)
attempt(lambda: c.read(-1))
attempt(lambda: c.unwrap())
print(s.read(10))
s.unwrap()
c.unwrap()
attempt(lambda: s.write(b"more"))
attempt(lambda: s.read(1))

print("-- contexts")
attempt(lambda: ssl.SSLContext(99))
attempt(lambda: client.set_ciphers("nonsense"))
attempt(lambda: setattr(client, "verify_mode", ssl.CERT_NONE))
attempt(lambda: setattr(client, "verify_mode", 7))
attempt(lambda: client.wrap_bio(to_client, to_server, server_side=True))
attempt(lambda: server.wrap_bio(to_client, to_server))
attempt(lambda: client.wrap_bio(to_client, to_server, server_hostname=""))
attempt(lambda: client._wrap_bio(to_client, to_server, False, ".a"))
attempt(lambda: client._wrap_bio(1, 2, False))
attempt(lambda: client.load_verify_locations())
attempt(lambda: client.load_verify_locations(cadata="nothing"))
attempt(lambda: client.load_verify_locations(cadata=b"nothing"))
attempt(lambda: client.load_verify_locations(cadata=b""))
attempt(lambda: client.load_verify_locations(cafile=3.5))
attempt(lambda: client.load_cert_chain(None))
attempt(lambda: server.load_cert_chain(PEM, password=3))
attempt(lambda: server.load_cert_chain(PEM, password="x" * 5000))
attempt(lambda: server.set_ecdh_curve("nope"))
attempt(lambda: setattr(server, "sni_callback", 3))
attempt(lambda: setattr(client, "num_tickets", 3))
attempt(lambda: setattr(server, "num_tickets", -1))
attempt(lambda: setattr(client, "minimum_version", 5))
try:
    client.load_cert_chain("/nonexistent/file")
except OSError as e:
    print(type(e).__name__, e.errno)
print(client.verify_mode, client.check_hostname, client.minimum_version, client.maximum_version, client.protocol)
client.check_hostname = False
client.verify_mode = ssl.CERT_NONE
client.check_hostname = True
print(client.verify_mode, client.verify_flags, client.post_handshake_auth, client.num_tickets, client.security_level)
print(bool(client.options & ssl.OP_NO_COMPRESSION), client.hostname_checks_common_name)
print(client.cert_store_stats(), len(client.get_ca_certs()), len(client.get_ca_certs(True)[0]) > 100)
client.set_ciphers("ECDHE-RSA-AES256-GCM-SHA384")
print([(d["name"], d["protocol"], d["strength_bits"], d["aead"], d["symmetric"], d["auth"]) for d in client.get_ciphers() if d["protocol"] == "TLSv1.2"])

print("-- objects")
print(ssl._ssl.txt2obj("serverAuth", True), ssl._ssl.nid2obj(129)[3])
print(ssl.Purpose.CLIENT_AUTH.oid)
attempt(lambda: ssl._ssl.txt2obj("serverAuth"))
attempt(lambda: ssl._ssl.nid2obj(-1))
attempt(lambda: ssl._ssl.nid2obj(100000))
print(len(ssl.RAND_bytes(16)), ssl.RAND_status(), ssl.RAND_add("seed", 0.5))
attempt(lambda: ssl.RAND_bytes(-1))
print(issubclass(ssl.SSLError, OSError), ssl.SSLCertVerificationError.__mro__[1:3] == (ssl.SSLError, ValueError), ssl.SSLError.__module__)
print(str(ssl.SSLError(1, "text")), str(ssl.SSLError("text")), ssl.SSLError(1, "text").args)
print(ssl.SSLWantReadError.__base__, ssl.get_default_verify_paths().openssl_cafile_env)

# expect: 0 False b'' 6 b'ab' 4 b'cdef' False
# expect: False b'x' True
# expect: SSLError: ('cannot write() after write_eof()',)
# expect: TypeError: a bytes-like object is required, not 'str'
# expect: None None False
# expect: ValueError: handshake not done yet
# expect: TLSv1.3 True True
# expect: SSLWantReadError: The operation did not complete (read)
# expect: 4 b'ping' 5
# expect: 5 bytearray(b'pong!\x00\x00\x00\x00\x00')
# expect: ValueError: size should not be negative
# expect: SSLWantReadError: The operation did not complete (read)
# expect: b''
# expect: SSLError: [SSL: PROTOCOL_IS_SHUTDOWN] protocol is shutdown
# expect: SSLZeroReturnError: TLS/SSL connection has been closed (EOF)
# expect: -- contexts
# expect: ValueError: invalid or unsupported protocol version 99
# expect: SSLError: ('No cipher can be selected.',)
# expect: ValueError: Cannot set verify_mode to CERT_NONE when check_hostname is enabled.
# expect: ValueError: invalid value for verify_mode
# expect: SSLError: Cannot create a server socket with a PROTOCOL_TLS_CLIENT context
# expect: SSLError: Cannot create a client socket with a PROTOCOL_TLS_SERVER context
# expect: ValueError: server_hostname cannot be an empty string or start with a leading dot.
# expect: ValueError: server_hostname cannot be an empty string or start with a leading dot.
# expect: TypeError: _wrap_bio() argument 'incoming' must be _ssl.MemoryBIO, not int
# expect: TypeError: cafile, capath and cadata cannot be all omitted
# expect: SSLError: no start line: cadata does not contain a certificate
# expect: SSLError: not enough data: cadata does not contain a certificate
# expect: ValueError: Empty certificate data
# expect: TypeError: cafile should be a valid filesystem path
# expect: TypeError: certfile should be a valid filesystem path
# expect: TypeError: password should be a string or callable
# expect: None
# expect: ValueError: unknown elliptic curve name 'nope'
# expect: TypeError: not a callable object
# expect: ValueError: SSLContext is not a server context.
# expect: ValueError: value must be non-negative
# expect: ValueError: Unsupported TLS/SSL version 0x5
# expect: FileNotFoundError 2
# expect: 2 True 771 -1 16
# expect: 2 32768 False 2 2
# expect: True True
# expect: {'x509': 1, 'crl': 0, 'x509_ca': 1} 1 True
# expect: [('ECDHE-RSA-AES256-GCM-SHA384', 'TLSv1.2', 256, True, 'aes-256-gcm', 'auth-rsa')]
# expect: -- objects
# expect: (129, 'serverAuth', 'TLS Web Server Authentication', '1.3.6.1.5.5.7.3.1') 1.3.6.1.5.5.7.3.1
# expect: 1.3.6.1.5.5.7.3.2
# expect: ValueError: unknown object 'serverAuth'
# expect: ValueError: NID must be positive.
# expect: ValueError: unknown NID 100000
# expect: 16 True None
# expect: ValueError: num must be positive
# expect: True False ssl
# expect: text ('text',) (1, 'text')
# expect: <class 'ssl.SSLError'> SSL_CERT_FILE
