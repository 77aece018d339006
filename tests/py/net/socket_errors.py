import socket

def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

s = socket.socket()
t(lambda: s.recv())
t(lambda: s.recv(1, 2, 3))
t(lambda: s.recv(-1))
t(lambda: s.connect(('a',)))
t(lambda: s.connect(('a', 'b')))
t(lambda: s.connect(5))
t(lambda: s.bind((5, 5)))
t(lambda: s.bind(('a\0b', 5)))
t(lambda: s.bind(('127.0.0.1', 70000)))
t(lambda: s.send('x'))
t(lambda: s.sendto(b'x'))
t(lambda: s.sendmsg(1))
t(lambda: s.sendmsg([b''], [5]))
t(lambda: s.sendmsg([b''], [(1, 2)]))
t(lambda: s.recvmsg(-1))
t(lambda: s.recvmsg_into([b'']))
t(lambda: s.settimeout(-1))
t(lambda: s.settimeout('x'))
t(lambda: s.settimeout(float('nan')))
t(lambda: s.setsockopt(1))
t(lambda: s.setsockopt(1, 2, None))
t(lambda: s.getsockopt(1, 2, 9999))
t(lambda: s.shutdown())
t(lambda: s.recv_into(b'xx'))
t(lambda: s.recv_into(bytearray(3), 4))
t(lambda: s.recvfrom_into(bytearray(3), 4))
t(lambda: socket.inet_aton('x'))
t(lambda: socket.inet_ntoa(b'123'))
t(lambda: socket.inet_pton(2, 'x'))
t(lambda: socket.inet_pton(10, '::1'))
t(lambda: socket.inet_ntop(10, b'\0' * 15 + b'\1'))
t(lambda: socket.inet_ntop(1000, b'123'))
t(lambda: socket.htons(-1))
t(lambda: socket.htons(65536))
t(lambda: socket.htonl(2**32))
t(lambda: socket.getservbyport(65536))
t(lambda: socket.gethostbyname('127.0.0.1'))
t(lambda: socket.gethostbyname(''))
t(lambda: socket.gethostbyname('<broadcast>'))
t(lambda: socket.getaddrinfo('127.0.0.1', 80, socket.AF_INET, socket.SOCK_STREAM))
t(lambda: socket.getaddrinfo(1, 1))
t(lambda: socket.getaddrinfo('127.0.0.1', 1.5))
t(lambda: socket.getnameinfo(('127.0.0.1', 80, 0, 0), 0))
t(lambda: socket.if_nametoindex('no such'))
t(lambda: socket.CMSG_LEN(-1))
t(lambda: socket.socket(fileno=-1))
t(lambda: socket.socket(9999))
t(lambda: s.close())
t(lambda: s.getsockname())
t(lambda: s.connect_ex(('127.0.0.1', 1)))
t(lambda: s.fileno())
t(lambda: issubclass(socket.gaierror, OSError) and socket.error is OSError and socket.timeout is TimeoutError)
u = socket.socket(socket.AF_UNIX)
t(lambda: u.bind(5))
t(lambda: u.bind('x' * 200))
t(lambda: u.getsockname())
u.close()

# expect: TypeError recv() takes at least 1 argument (0 given)
# expect: TypeError recv() takes at most 2 arguments (3 given)
# expect: ValueError negative buffersize in recv
# expect: TypeError AF_INET address must be a pair (host, port)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError connect(): AF_INET address must be tuple, not int
# expect: TypeError str, bytes or bytearray expected, not int
# expect: TypeError host name must not contain null character
# expect: OverflowError bind(): port must be 0-65535.
# expect: TypeError a bytes-like object is required, not 'str'
# expect: TypeError sendto() takes 2 or 3 arguments (1 given)
# expect: TypeError sendmsg() argument 1 must be an iterable
# expect: TypeError [sendmsg() ancillary data items]() argument must be 3-item sequence, not int
# expect: TypeError [sendmsg() ancillary data items]() argument must be sequence of length 3, not 2
# expect: ValueError negative buffer size in recvmsg()
# expect: TypeError recvmsg_into() argument 1 must be an iterable of single-segment read-write buffers
# expect: ValueError Timeout value out of range
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: ValueError Invalid value NaN (not a number)
# expect: TypeError setsockopt() takes exactly 3 arguments (1 given)
# expect: TypeError a bytes-like object is required, not 'NoneType'
# expect: OSError getsockopt buflen out of range
# expect: TypeError socket.shutdown() takes exactly one argument (0 given)
# expect: TypeError recv_into() argument 1 must be read-write bytes-like object, not bytes
# expect: ValueError buffer too small for requested bytes
# expect: ValueError nbytes is greater than the length of the buffer
# expect: OSError illegal IP address string passed to inet_aton
# expect: OSError packed IP wrong length for inet_ntoa
# expect: OSError illegal IP address string passed to inet_pton
# expect: b'\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x01'
# expect: '::1'
# expect: ValueError unknown address family 1000
# expect: OverflowError htons: can't convert negative Python int to C 16-bit unsigned integer
# expect: OverflowError htons: Python int too large to convert to C 16-bit unsigned integer
# expect: OverflowError int larger than 32 bits
# expect: OverflowError getservbyport: port must be 0-65535.
# expect: '127.0.0.1'
# expect: '0.0.0.0'
# expect: '255.255.255.255'
# expect: [(<AddressFamily.AF_INET: 2>, <SocketKind.SOCK_STREAM: 1>, 6, '', ('127.0.0.1', 80))]
# expect: TypeError getaddrinfo() argument 1 must be string or None
# expect: OSError Int or String expected
# expect: OSError IPv4 sockaddr must be 2 tuple
# expect: OSError no interface with this name
# expect: OverflowError CMSG_LEN() argument out of range
# expect: ValueError negative file descriptor
# expect: OSError [Errno 97] Address family not supported by protocol
# expect: None
# expect: OSError [Errno 9] Bad file descriptor
# expect: 9
# expect: -1
# expect: True
# expect: TypeError a bytes-like object is required, not 'int'
# expect: OSError AF_UNIX path too long
# expect: ''
