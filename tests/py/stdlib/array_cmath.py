import array, cmath, math
a = array.array('i', [1, 2, 3])
a.append(4)
a.extend([5])
print(a, a[0], a[-1], a[1:3], len(a), a.typecode)
print(a.itemsize, a.tolist(), a.index(3), a.count(1), a.pop(), a + array.array('i', [9]))
print(a * 2, 2 in a, a == array.array('i', [1, 2, 3, 4]), a.tobytes()[:4], array.array('d', [1.5]))
print(array.array('u', 'hi') if 0 else '', bytes(array.array('B', b'xyz')), list(reversed(a)))
print(a.buffer_info()[1])
a[0] = 7
a.insert(1, 8)
a.remove(2)
a.reverse()
print(a)
a.frombytes(b'\x01\x00\x00\x00')
print(a, memoryview(a).format)
del a[0]
a[0:1] = array.array('i', [5, 6])
print(a)
for f in (
    lambda: array.array('z'), lambda: array.array('i', ['a']), lambda: array.array('b', [200]),
    lambda: a.append('x'), lambda: a + [1], lambda: a[99], lambda: array.array('i', 5),
    lambda: a.remove(99), lambda: array.array('i').pop(), lambda: a.frombytes(b'x'),
    lambda: a.__setitem__(slice(0, 1), [1]), lambda: array.array(), lambda: hash(a),
    lambda: array.array('B', [-1]), lambda: array.array('f', ['x']),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
z = 1 + 2j
print(cmath.sqrt(-1), cmath.exp(1j * math.pi), cmath.polar(z), cmath.rect(1, math.pi / 2))
print(cmath.phase(-1), cmath.log(z), cmath.log(z, 2), cmath.sin(z), cmath.acos(2))
print(cmath.isclose(z, z), cmath.isnan(complex('nan')), cmath.inf, cmath.infj, cmath.tau)
print(z.conjugate(), abs(3 + 4j), z ** 2, z / (1 - 1j), complex('1+2j'), complex(1.5))
print(-z, z == complex(1, 2), hash(1 + 0j) == hash(1), repr(1e+20j), complex(0, -0.0), 1j * 1j)
print(z.real, z.imag, bool(0j))
for f in (
    lambda: cmath.log(0), lambda: z < 1, lambda: int(z), lambda: z // 1, lambda: z % 1,
    lambda: complex('x'), lambda: cmath.sqrt('a'), lambda: z ** 1e309 if 0 else 0j ** (-1),
    lambda: math.sqrt(z), lambda: cmath.rect(1), lambda: divmod(z, 1),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(math.gcd(12, 18, 24), math.lcm(4, 6), math.comb(5, 2), math.perm(5, 2), math.factorial(20))
print(math.isqrt(99), math.prod([1, 2, 3]), math.fsum([0.1] * 10), math.hypot(3, 4))
print(math.dist([0, 0], [1, 1]), math.frexp(8), math.ldexp(0.5, 4), math.modf(2.5))
print(math.copysign(1, -0.0), math.trunc(-2.5), math.floor(-2.5), math.ceil(-2.5))
print(math.remainder(7, 3), math.fmod(-7, 3), math.log(8, 2), math.log2(8), math.log10(1000))
print(math.log1p(1), math.expm1(1), math.gamma(5), math.lgamma(5), math.erf(1), math.degrees(math.pi))
print(math.radians(180), math.nextafter(1, 2), math.ulp(1), math.isclose(1, 1 + 1e-10), math.cbrt(27))
print(math.exp2(3), math.sumprod([1, 2], [3, 4]) if hasattr(math, 'sumprod') else 11)
print(math.atan2(1, -1))

# expect: array('i', [1, 2, 3, 4, 5]) 1 5 array('i', [2, 3]) 5 i
# expect: 4 [1, 2, 3, 4, 5] 2 1 5 array('i', [1, 2, 3, 4, 9])
# expect: array('i', [1, 2, 3, 4, 1, 2, 3, 4]) True True b'\x01\x00\x00\x00' array('d', [1.5])
# expect:  b'xyz' [4, 3, 2, 1]
# expect: 4
# expect: array('i', [4, 3, 8, 7])
# expect: array('i', [4, 3, 8, 7, 1]) i
# expect: array('i', [5, 6, 8, 7, 1])
# expect: ValueError bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: OverflowError signed char is greater than maximum
# expect: TypeError 'str' object cannot be interpreted as an integer
# expect: TypeError can only append array (not "list") to array
# expect: IndexError array index out of range
# expect: TypeError 'int' object is not iterable
# expect: ValueError array.remove(x): x not in array
# expect: IndexError pop from empty array
# expect: ValueError bytes length not a multiple of item size
# expect: TypeError can only assign array (not "list") to array slice
# expect: TypeError array() takes at least 1 argument (0 given)
# expect: TypeError unhashable type: 'array.array'
# expect: OverflowError unsigned byte integer is less than minimum
# expect: TypeError must be real number, not str
# expect: 1j (-1+1.2246467991473532e-16j) (2.23606797749979, 1.1071487177940904) (6.123233995736766e-17+1j)
# expect: 3.141592653589793 (0.8047189562170503+1.1071487177940904j) (1.1609640474436813+1.5972779646881088j) (3.165778513216168+1.9596010414216063j) -1.3169578969248166j
# expect: True True inf infj 6.283185307179586
# expect: (1-2j) 5.0 (-3+4j) (-0.5+1.5j) (1+2j) (1.5+0j)
# expect: (-1-2j) True True 1e+20j -0j (-1+0j)
# expect: 1.0 2.0 False
# expect: ValueError math domain error
# expect: TypeError '<' not supported between instances of 'complex' and 'int'
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
# expect: TypeError unsupported operand type(s) for //: 'complex' and 'int'
# expect: TypeError unsupported operand type(s) for %: 'complex' and 'int'
# expect: ValueError complex() arg is a malformed string
# expect: TypeError must be real number, not str
# expect: ZeroDivisionError zero to a negative or complex power
# expect: TypeError must be real number, not complex
# expect: TypeError rect expected 2 arguments, got 1
# expect: TypeError unsupported operand type(s) for divmod(): 'complex' and 'int'
# expect: 6 12 10 20 2432902008176640000
# expect: 9 6 1.0 5.0
# expect: 1.4142135623730951 (0.5, 4) 8.0 (0.5, 2.0)
# expect: -1.0 -2 -3 -2
# expect: 1.0 -1.0 3.0 3.0 3.0
# expect: 0.6931471805599453 1.718281828459045 24.0 3.178053830347945 0.8427007929497149 180.0
# expect: 3.141592653589793 1.0000000000000002 2.220446049250313e-16 True 3.0000000000000004
# expect: 8.0 11
# expect: 2.356194490192345
