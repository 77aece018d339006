# A client and a server over the loopback: handshake, certificates, names, protocols, data both ways at once, and the errors.
import os, socket, ssl, threading

PEM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "localhost.pem")

def server_context():
    c = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    c.load_cert_chain(PEM)
    return c

def client_context():
    c = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    c.load_verify_locations(PEM)
    return c

def connected(server, client, hostname="localhost", talk=None, timeout=10, **options):
    """Runs talk(connection) on the server's side in a thread; the client's connection, and what ended the server."""
    a, b = socket.socketpair()
    a.settimeout(timeout), b.settimeout(timeout)
    ended = []
    def serve():
        try:
            with server.wrap_socket(a, server_side=True) as s:
                if talk: talk(s)
        except Exception as e:
            ended.append(e)
        finally:
            a.close()
    t = threading.Thread(target=serve)
    t.start()
    try:
        return client.wrap_socket(b, server_hostname=hostname, **options), t, ended
    except BaseException:
        b.close()
        t.join()
        raise

def echo(s):
    while data := s.recv(65536):
        s.sendall(data)
    s.unwrap()

print("-- talking")
server, client = server_context(), client_context()
server.set_alpn_protocols(["h2", "skein/1"])
client.set_alpn_protocols(["skein/1", "http/1.1"])
c, t, ended = connected(server, client, talk=echo)
print(c.version(), c.cipher()[1:], c.selected_alpn_protocol(), c.server_side, c.server_hostname, c.compression(), c.pending())
cert = c.getpeercert()
print(cert["subject"], cert["issuer"] == cert["subject"], cert["version"], cert["subjectAltName"])
print(c.getpeercert(True) == ssl.PEM_cert_to_DER_cert(open(PEM).read()[open(PEM).read().index("-----BEGIN CERT"):]))
c.sendall(b"hello")
print(c.recv(100), c.getpeername() == c.getpeername())

# Much data, both ways at once, by two threads of each side.
data = bytes(range(256)) * 8192
got = bytearray()
def collect():
    while len(got) < len(data):
        got.extend(c.recv(100000))
reader = threading.Thread(target=collect)
reader.start()
for i in range(0, len(data), 50000):
    c.sendall(data[i:i + 50000])
reader.join()
print(got == data)
buffer = bytearray(10)
c.sendall(b"xyz")
print(c.recv_into(buffer), buffer[:3])
plain = c.unwrap()
print(type(plain).__name__, ended)
t.join(), c.close(), plain.close()

print("-- names")
asked = []
def choose(s, name, context):
    asked.append((type(s).__name__, name, context is server))
    if name == "nobody":
        return ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME
    if name == "trouble":
        raise LookupError(name)
    s.context = other
other = server_context()
server.sni_callback = choose
client.check_hostname = False
for name in ("localhost", "nobody"):
    try:
        c, t, ended = connected(server, client, name, talk=lambda s: s.sendall(b"."))
        print(name, c.recv(1))
        c.close()
        t.join()
    except ssl.SSLError as e:
        print(name, type(e).__name__, e.reason, e.library, e.errno == ssl.SSL_ERROR_SSL)
print(asked)
server.sni_callback = None

print("-- trust")
for name in ("localhost", "127.0.0.1", "x.skein.example", "elsewhere", "127.0.0.2"):
    try:
        c, t, ended = connected(server_context(), client_context(), name)
        print(name, "trusted")
        c.close()
        t.join()
    except ssl.SSLCertVerificationError as e:
        print(name, e.reason, e.verify_code, e.verify_message, isinstance(e, ValueError))
stranger = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
try:
    connected(server_context(), stranger)
except ssl.SSLError as e:
    print(type(e).__name__, e.reason, e.verify_code)

print("-- client's certificate")
server = server_context()
server.verify_mode = ssl.CERT_REQUIRED
server.load_verify_locations(PEM)
client = client_context()
client.load_cert_chain(PEM)
subjects = []
c, t, ended = connected(server, client, talk=lambda s: (subjects.append(s.getpeercert()["subject"][2]), s.sendall(b".")))
print(c.recv(1), ended)
t.join(), c.close()
print(subjects)

print("-- sessions and versions")
server, client = server_context(), client_context()
server.maximum_version = ssl.TLSVersion.TLSv1_2
c, t, ended = connected(server, client, talk=lambda s: s.sendall(b"."))
c.recv(1)
session = c.session
print(c.version(), c.session_reused, session.has_ticket, len(session.id), session.timeout > 0, len(c.get_channel_binding("tls-unique")))
t.join(), c.close()
c, t, ended = connected(server, client, talk=lambda s: s.sendall(b"."), session=session)
c.recv(1)
print(c.session_reused, c.session == session, server.session_stats()["hits"])
t.join(), c.close()
client.minimum_version = ssl.TLSVersion.TLSv1_3
try:
    connected(server, client)
except ssl.SSLError as e:
    print(type(e).__name__, e.reason)

print("-- time, and ends")
server, client = server_context(), client_context()
wait = threading.Event()
c, t, ended = connected(server, client, talk=lambda s: wait.wait(10))
c.settimeout(0.05)
try:
    c.recv(1)
except TimeoutError as e:
    print(e)
c.setblocking(False)
try:
    c.recv(1)
except ssl.SSLWantReadError as e:
    print(type(e).__name__, e.errno == ssl.SSL_ERROR_WANT_READ, str(e).split(" (_ssl")[0])
c.setblocking(True)
wait.set()
t.join()
print(c.recv(1))
c.close()
try:
    c.recv(1)
except OSError as e:
    print(type(e).__name__, e.errno)

# A peer that goes without a word.
a, b = socket.socketpair()
a.close()
b.settimeout(5)
try:
    client.wrap_socket(b, server_hostname="localhost")
except (ssl.SSLEOFError, OSError) as e:
    print(isinstance(e, OSError))
b.close()

# expect: -- talking
# expect: TLSv1.3 ('TLSv1.3', 256) skein/1 False localhost None 0
# expect: ((('countryName', 'DE'),), (('organizationName', 'Skein'),), (('commonName', 'localhost'),)) True 3 (('DNS', 'localhost'), ('DNS', '*.skein.example'), ('IP Address', '127.0.0.1'), ('IP Address', '0:0:0:0:0:0:0:1'), ('email', 'a@skein.example'))
# expect: True
# expect: b'hello' True
# expect: True
# expect: 3 bytearray(b'xyz')
# expect: SSLSocket []
# expect: -- names
# expect: localhost b'.'
# expect: nobody SSLError TLSV1_UNRECOGNIZED_NAME SSL True
# expect: [('SSLSocket', 'localhost', True), ('SSLSocket', 'nobody', True)]
# expect: -- trust
# expect: localhost trusted
# expect: 127.0.0.1 trusted
# expect: x.skein.example trusted
# expect: elsewhere CERTIFICATE_VERIFY_FAILED 62 Hostname mismatch, certificate is not valid for 'elsewhere'. True
# expect: 127.0.0.2 CERTIFICATE_VERIFY_FAILED 64 IP address mismatch, certificate is not valid for '127.0.0.2'. True
# expect: SSLCertVerificationError CERTIFICATE_VERIFY_FAILED 18
# expect: -- client's certificate
# expect: b'.' []
# expect: [(('commonName', 'localhost'),)]
# expect: -- sessions and versions
# expect: TLSv1.2 False True 32 True 12
# expect: True True 1
# expect: SSLError TLSV1_ALERT_PROTOCOL_VERSION
# expect: -- time, and ends
# expect: The read operation timed out
# expect: SSLWantReadError True The operation did not complete (read)
# expect: b''
# expect: OSError 9
# expect: True
