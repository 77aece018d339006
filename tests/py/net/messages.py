# Datagrams, ancillary data, descriptors that are passed on, time outs.
import os, socket, tempfile

a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_DGRAM)
print(a.sendmsg([b'ab', bytearray(b'cd')]), b.recvmsg(10))
with tempfile.TemporaryFile() as f:
    f.write(b'through a socket'); f.flush()
    socket.send_fds(a, [b'fd'], [f.fileno()])
data, fds, flags, address = socket.recv_fds(b, 10, 1)
print(data, len(fds), flags & socket.MSG_CTRUNC, os.pread(fds[0], 100, 0)); os.close(fds[0])
room = [bytearray(2), bytearray(5)]
a.send(b'12345'); print(b.recvmsg_into(room)[0], room)
b.settimeout(0.02)
try: b.recv(1)
except TimeoutError as e: print('timeout', e)
b.setblocking(False)
try: b.recv(1)
except BlockingIOError: print('would block', b.gettimeout(), b.getblocking())
a.close(); b.close()

u = socket.socket(type=socket.SOCK_DGRAM); u.bind(('127.0.0.1', 0))
v = socket.socket(type=socket.SOCK_DGRAM); v.bind(('127.0.0.1', 0))
print(u.sendto(b'hello', v.getsockname()))
data, sender = v.recvfrom(10)
print(data, sender == u.getsockname())
print(u.sendto(b'again', 0, v.getsockname()), v.recvfrom_into(bytearray(3))[0])
u.close(); v.close()

s = socket.socket(socket.AF_UNIX); s.bind('\0skein-test-%d' % os.getpid())
print(type(s.getsockname()), s.getsockname()[:12]); s.close()
fd = socket.socket().detach(); again = socket.socket(fileno=fd)
print(again.family, again.type, again.proto, again.fileno() == fd); again.close()

# expect: 4 (b'abcd', [], 0, None)
# expect: b'fd' 1 0 b'through a socket'
# expect: 5 [bytearray(b'12'), bytearray(b'345\x00\x00')]
# expect: timeout timed out
# expect: would block 0.0 False
# expect: 5
# expect: b'hello' True
# expect: 5 3
# expect: <class 'bytes'> b'\x00skein-test-'
# expect: 2 1 6 True
