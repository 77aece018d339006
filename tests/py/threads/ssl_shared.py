# One connection used by many threads: writers' records stay whole, while others read, ask and change the context.
import os, socket, ssl, threading

PEM = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "net", "localhost.pem")
server, client = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
server.load_cert_chain(PEM)
client.load_verify_locations(PEM)
a, b = socket.socketpair()
a.settimeout(30), b.settimeout(30)
end = []
def serve():
    with server.wrap_socket(a, server_side=True) as s:
        while data := s.recv(65536):
            s.sendall(data)
        end.append("closed")
        s.unwrap()
t = threading.Thread(target=serve)
t.start()
c = client.wrap_socket(b, server_hostname="localhost")
SIZE, EACH, WRITERS = 3000, 60, 5
def write(n):
    for i in range(EACH):
        assert c.send(bytes([65 + n]) * SIZE) == SIZE
got = bytearray()
mutex = threading.Lock()
def read():
    while True:
        with mutex:
            if len(got) >= SIZE * EACH * WRITERS: return
            got.extend(c.recv(10000))
stop = False
def ask():
    i = 0
    while not stop:
        i += 1
        c.cipher(), c.version(), c.pending(), c.session, c.getpeercert(), c.selected_alpn_protocol()
        client.set_alpn_protocols(["a%d" % i]), client.get_ciphers(), client.cert_store_stats(), client.session_stats()
        client.verify_flags = client.verify_flags
        client.sni_callback
threads = [threading.Thread(target=write, args=(n,)) for n in range(WRITERS)] + [threading.Thread(target=read) for _ in range(2)]
asker = threading.Thread(target=ask)
asker.start()
for x in threads: x.start()
for x in threads: x.join()
stop = True
asker.join()
print(len(got), all(len(set(got[i:i + SIZE])) == 1 for i in range(0, len(got), SIZE)))
print([got.count(65 + n) // SIZE for n in range(WRITERS)])
c.unwrap()
t.join()
print(end)

# Memory filled by one thread and emptied by another.
m, total = ssl.MemoryBIO(), 0
def fill():
    for _ in range(3000): m.write(b"0123456789")
    m.write_eof()
t = threading.Thread(target=fill)
t.start()
while not m.eof: total += len(m.read(77))
t.join()
print(total)

# Contexts made, given connections and dropped everywhere.
def make():
    for _ in range(10):
        x = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        x.load_verify_locations(PEM)
        o = x.wrap_bio(ssl.MemoryBIO(), ssl.MemoryBIO(), server_hostname="localhost")
        try: o.do_handshake()
        except ssl.SSLWantReadError: pass
ts = [threading.Thread(target=make) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print("made")

# expect: 900000 True
# expect: [60, 60, 60, 60, 60]
# expect: ['closed']
# expect: 30000
# expect: made
