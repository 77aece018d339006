import ipaddress as ip, uuid
a = ip.ip_address('192.168.0.1')
n = ip.ip_network('10.0.0.0/29')
print(a, repr(a), int(a), a + 1, a.is_private, a.is_loopback)
print(a.packed, a.reverse_pointer, n, n.num_addresses, list(n.hosts())[:2], n.netmask)
print(n.broadcast_address, ip.ip_address('10.0.0.3') in n, n.subnets(new_prefix=30).__next__())
print(n.supernet(), ip.ip_interface('1.2.3.4/24').network, ip.ip_address('::1'))
print(ip.ip_address('2001:db8::1').exploded, ip.IPv6Network('2001:db8::/126').num_addresses)
print(ip.ip_address(1), sorted([ip.ip_address('2.0.0.0'), ip.ip_address('1.0.0.0')]))
print(list(ip.summarize_address_range(ip.IPv4Address('1.0.0.0'), ip.IPv4Address('1.0.0.3'))))
print(list(ip.collapse_addresses([ip.ip_network('1.0.0.0/25'), ip.ip_network('1.0.0.128/25')])))
print(n.overlaps(ip.ip_network('10.0.0.0/8')), n[2], ip.ip_network('1.2.3.4'))
print(a == ip.ip_address('192.168.0.1'), hash(a) == hash(ip.IPv4Address('192.168.0.1')), f'{a:b}'[:8])
print(ip.v4_int_to_packed(1))
for f in (
    lambda: ip.ip_address('1.2.3'), lambda: ip.ip_address('256.1.1.1'),
    lambda: ip.ip_network('10.0.0.1/24'), lambda: ip.ip_address('x'),
    lambda: ip.IPv6Address('1::2::3'), lambda: ip.ip_network('1.1.1.1/33'),
    lambda: a < ip.ip_address('::1'), lambda: a + 'x', lambda: ip.IPv4Address(-1), lambda: n[99],
    lambda: ip.ip_address('01.1.1.1'),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
u = uuid.UUID('12345678123456781234567812345678')
print(u, repr(u), u.hex, u.int, u.urn, u.version)
print(u.variant, u.fields, uuid.uuid5(uuid.NAMESPACE_DNS, 'python.org'))
print(uuid.uuid3(uuid.NAMESPACE_URL, 'x'), len(str(uuid.uuid4())), uuid.uuid4().version)
print(uuid.uuid1().version, u == uuid.UUID(int=u.int), uuid.UUID(bytes=u.bytes) == u, u.bytes_le)
print(uuid.UUID('{12345678-1234-5678-1234-567812345678}') == u)
print(sorted([u, uuid.NAMESPACE_DNS])[0] == u, u.is_safe)
for f in (
    lambda: uuid.UUID('x'), lambda: uuid.UUID(), lambda: uuid.UUID(int=-1),
    lambda: uuid.UUID(bytes=b'x'), lambda: setattr(u, 'int', 5),
    lambda: uuid.UUID('0' * 32, version=9),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

# expect: 192.168.0.1 IPv4Address('192.168.0.1') 3232235521 192.168.0.2 True False
# expect: b'\xc0\xa8\x00\x01' 1.0.168.192.in-addr.arpa 10.0.0.0/29 8 [IPv4Address('10.0.0.1'), IPv4Address('10.0.0.2')] 255.255.255.248
# expect: 10.0.0.7 True 10.0.0.0/30
# expect: 10.0.0.0/28 1.2.3.0/24 ::1
# expect: 2001:0db8:0000:0000:0000:0000:0000:0001 4
# expect: 0.0.0.1 [IPv4Address('1.0.0.0'), IPv4Address('2.0.0.0')]
# expect: [IPv4Network('1.0.0.0/30')]
# expect: [IPv4Network('1.0.0.0/24')]
# expect: True 10.0.0.2 1.2.3.4/32
# expect: True True 11000000
# expect: b'\x00\x00\x00\x01'
# expect: ValueError '1.2.3' does not appear to be an IPv4 or IPv6 address
# expect: ValueError '256.1.1.1' does not appear to be an IPv4 or IPv6 address
# expect: ValueError 10.0.0.1/24 has host bits set
# expect: ValueError 'x' does not appear to be an IPv4 or IPv6 address
# expect: AddressValueError At most one '::' permitted in '1::2::3'
# expect: ValueError '1.1.1.1/33' does not appear to be an IPv4 or IPv6 network
# expect: TypeError 192.168.0.1 and ::1 are not of the same version
# expect: TypeError unsupported operand type(s) for +: 'IPv4Address' and 'str'
# expect: AddressValueError -1 (< 0) is not permitted as an IPv4 address
# expect: IndexError address out of range
# expect: ValueError '01.1.1.1' does not appear to be an IPv4 or IPv6 address
# expect: 12345678-1234-5678-1234-567812345678 UUID('12345678-1234-5678-1234-567812345678') 12345678123456781234567812345678 24197857161011715162171839636988778104 urn:uuid:12345678-1234-5678-1234-567812345678 None
# expect: reserved for NCS compatibility (305419896, 4660, 22136, 18, 52, 95073701484152) 886313e1-3b8a-5372-9b90-0c9aee199e5d
# expect: 60a7f89c-e446-309c-8b4f-460bfdfd0dee 36 4
# expect: 1 True True b'xV4\x124\x12xV\x124Vx\x124Vx'
# expect: True
# expect: True SafeUUID.unknown
# expect: ValueError badly formed hexadecimal UUID string
# expect: TypeError one of the hex, bytes, bytes_le, fields, or int arguments must be given
# expect: ValueError int is out of range (need a 128-bit value)
# expect: ValueError bytes is not a 16-char string
# expect: TypeError UUID objects are immutable
# expect: ValueError illegal version number
