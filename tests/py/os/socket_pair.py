def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import socket, threading, select
a, b = socket.socketpair()
t(lambda: a.send(b'hi'))
t(lambda: b.recv(10))
t(lambda: b.sendall(b'x' * 10))
t(lambda: a.recv(4))
t(lambda: a.recv(100))
t(lambda: a.settimeout(0.05))
t(lambda: a.gettimeout())
t(lambda: select.select([a], [], [], 0)[0])
t(lambda: a.fileno() > 0)
t(lambda: a.recv(1))
srv = socket.create_server(('127.0.0.1', 0)); port = srv.getsockname()[1]
def serve():
    c, _ = srv.accept()
    with c, c.makefile('rw') as f:
        for l in f: f.write(l.upper()); f.flush()
th = threading.Thread(target=serve); th.start()
with socket.create_connection(('127.0.0.1', port)) as c: c.sendall(b'hello\n'); print(c.recv(100)); c.sendall(b'bye\n'); print(c.recv(100))
th.join(); srv.close(); b.close()
t(lambda: a.recv(1))
t(lambda: a.close())
t(lambda: a.send(b'x'))
t(lambda: socket.inet_aton('127.0.0.1'))
t(lambda: socket.htons(1))
t(lambda: socket.ntohl(1))
t(lambda: socket.AF_INET.name)
t(lambda: socket.inet_ntoa(b'\x01\x02\x03\x04'))
t(lambda: socket.inet_aton('x.y'))
t(lambda: socket.create_connection(('127.0.0.1', port), timeout=1))

# expect: 2
# expect: b'hi'
# expect: None
# expect: b'xxxx'
# expect: b'xxxxxx'
# expect: None
# expect: 0.05
# expect: []
# expect: True
# expect: TimeoutError timed out
# expect: b'HELLO\n'
# expect: b'BYE\n'
# expect: b''
# expect: None
# expect: OSError [Errno 9] Bad file descriptor
# expect: b'\x7f\x00\x00\x01'
# expect: 256
# expect: 16777216
# expect: 'AF_INET'
# expect: '1.2.3.4'
# expect: OSError illegal IP address string passed to inet_aton
# expect: ConnectionRefusedError [Errno 111] Connection refused
