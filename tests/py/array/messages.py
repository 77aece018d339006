# What arrays accept and refuse, and how they say so.
from array import array as A, _array_reconstructor as R
import io


def t(text):
    try:
        print(text, "=>", eval(text))
    except Exception as e:
        print(text, "=>", type(e).__name__, e)


for code in "bBhHiIlLqQ":
    for value in (-1, -129, 256, 65536, -40000, 2**31, -(2**31) - 1, 2**32, 2**63, -(2**63) - 1, 2**64):
        t(f"A('{code}', [{value}])")
for text in """A() | A(1) | A('i', 1) | A('i', x=1) | A('i', [1], 3) | A('i', 'abc') | A('i', A('w', 'a')) | A('i', b'abcde')
A('i', ['a']) | A('b', [1.5]) | A('Q', ['a']) | A('f', ['a']) | A('f', [1e300]) | A('I', [True]) | A('i', (1, 2)) | A('B', b'ab')
A('i', memoryview(A('i', [1]))) | A('i')[0:1:0] | A('i', [1]) + [1] | A('i') + A('b') | A('i') * 1.5 | 2 * A('i', [1, 2])
A('i', [1]) < 5 | A('i', [1]) == [1] | A('i', [1]) == A('d', [1]) | A('i', [1]) < A('w', 'a') | A('i', [1]) == A('w', 'a')
A('d', [float('nan')]) == A('d', [float('nan')]) | A('q', [2**53 + 1]) == A('d', [2**53]) | A('Q', [2**64 - 1]) > A('q', [-1])
A('i', [1, 2]) > A('i', [1]) | hash(A('i')) | A('w') | A('w', "it's\\0") | A('i', [3]).count(3.0) | 3.0 in A('i', [3])
A('i').pop() | A('i', [1]).pop(7) | A('i').remove(1) | A('i').index(1) | A('i', [1, 2, 3]).index(3, -1) | A('i', [1]).index(1, 1)
A('i').extend(A('b')) | A('i').extend(5) | A('i').fromlist((1,)) | A('i').frombytes('abcd') | A('i').frombytes(A('i', [1]))
A('i').fromunicode('a') | A('i').tounicode() | A('i').fromfile(3, 1) | A('i').fromfile(io.BytesIO(), -1)
A('i').fromfile(io.BytesIO(b'1234'), 2) | A('i').fromfile(io.StringIO('abcd'), 1) | A('i').append() | A('i').clear(1)
R(A, 'i', 13, bytes(8)) | R(A, 'l', 12, bytes(8)) | R(A, 'i', 10, bytes(8)) | R(A, 'f', 17, bytes(8))
R(A, 'i', 3, b'abcd') | R(A, 'i', 99, b'') | R(A, 'x', 8, b'') | R(int, 'i', 8, b'') | R(A, 'i', 8, '') | R(1, 'i', 8, b'')
A('i', [1]).__reduce_ex__(2) | A('i', [1]).__reduce_ex__(4)[1:] | A('i').__reduce_ex__(None) | A[int]""".replace("\n", " | ").split(" | "):
    t(text)

print("-- exported")
a = A("i", [1, 2, 3])
view = memoryview(a)
for text in """a.append(1) | a.pop() | a.extend([]) | a.clear() | a.__imul__(2) | a.__imul__(1) | a.__iadd__(a) | a.insert(0, 1)
a.frombytes(b'abcd') | a.frombytes(b'') | a.__delitem__(0) | a.__delitem__(slice(0, 1)) | a.__setitem__(slice(0, 1), A('i'))
a.__setitem__(slice(0, 1), A('i', [7])) | a.__delitem__(slice(0, 0)) | a.__delitem__(slice(0, 3, 2)) | a.reverse() | a
a.__setitem__(slice(None), a) | view.tolist() | view.format, view.itemsize, view.nbytes""".replace("\n", " | ").split(" | "):
    t(text)
view.release()

print("-- slices")
a = A("i", range(8))
for text in """a[::-1] | a[1:3] | a[-1:0:-2] | a.__setitem__(slice(0, 2), a) | a | a.extend(a) | len(a)
a.__setitem__(slice(None, None, -1), A('i', range(len(a)))) | a | a.__delitem__(slice(None, None, -2)) | a
a.__setitem__(slice(5, 1), A('i', [9])) | a | a.__setitem__(slice(0, 4, 2), A('i', [1])) | a.__setitem__(0, 'x') | a.__setitem__(99, 1)
a['x'] | a[99] | a.__delitem__(99) | a.__setitem__(slice(0, 1), [1]) | a.byteswap() | a[:2]""".replace("\n", " | ").split(" | "):
    t(text)

# expect: A('b', [-1]) => array('b', [-1])
# expect: A('b', [-129]) => OverflowError signed char is less than minimum
# expect: A('b', [256]) => OverflowError signed char is greater than maximum
# expect: A('b', [65536]) => OverflowError signed short integer is greater than maximum
# expect: A('b', [-40000]) => OverflowError signed short integer is less than minimum
# expect: A('b', [2147483648]) => OverflowError signed short integer is greater than maximum
# expect: A('b', [-2147483649]) => OverflowError signed short integer is less than minimum
# expect: A('b', [4294967296]) => OverflowError signed short integer is greater than maximum
# expect: A('b', [9223372036854775808]) => OverflowError Python int too large to convert to C long
# expect: A('b', [-9223372036854775809]) => OverflowError Python int too large to convert to C long
# expect: A('b', [18446744073709551616]) => OverflowError Python int too large to convert to C long
# expect: A('B', [-1]) => OverflowError unsigned byte integer is less than minimum
# expect: A('B', [-129]) => OverflowError unsigned byte integer is less than minimum
# expect: A('B', [256]) => OverflowError unsigned byte integer is greater than maximum
# expect: A('B', [65536]) => OverflowError unsigned byte integer is greater than maximum
# expect: A('B', [-40000]) => OverflowError unsigned byte integer is less than minimum
# expect: A('B', [2147483648]) => OverflowError unsigned byte integer is greater than maximum
# expect: A('B', [-2147483649]) => OverflowError unsigned byte integer is less than minimum
# expect: A('B', [4294967296]) => OverflowError unsigned byte integer is greater than maximum
# expect: A('B', [9223372036854775808]) => OverflowError Python int too large to convert to C long
# expect: A('B', [-9223372036854775809]) => OverflowError Python int too large to convert to C long
# expect: A('B', [18446744073709551616]) => OverflowError Python int too large to convert to C long
# expect: A('h', [-1]) => array('h', [-1])
# expect: A('h', [-129]) => array('h', [-129])
# expect: A('h', [256]) => array('h', [256])
# expect: A('h', [65536]) => OverflowError signed short integer is greater than maximum
# expect: A('h', [-40000]) => OverflowError signed short integer is less than minimum
# expect: A('h', [2147483648]) => OverflowError signed short integer is greater than maximum
# expect: A('h', [-2147483649]) => OverflowError signed short integer is less than minimum
# expect: A('h', [4294967296]) => OverflowError signed short integer is greater than maximum
# expect: A('h', [9223372036854775808]) => OverflowError Python int too large to convert to C long
# expect: A('h', [-9223372036854775809]) => OverflowError Python int too large to convert to C long
# expect: A('h', [18446744073709551616]) => OverflowError Python int too large to convert to C long
# expect: A('H', [-1]) => OverflowError unsigned short is less than minimum
# expect: A('H', [-129]) => OverflowError unsigned short is less than minimum
# expect: A('H', [256]) => array('H', [256])
# expect: A('H', [65536]) => OverflowError unsigned short is greater than maximum
# expect: A('H', [-40000]) => OverflowError unsigned short is less than minimum
# expect: A('H', [2147483648]) => OverflowError signed integer is greater than maximum
# expect: A('H', [-2147483649]) => OverflowError signed integer is less than minimum
# expect: A('H', [4294967296]) => OverflowError signed integer is greater than maximum
# expect: A('H', [9223372036854775808]) => OverflowError Python int too large to convert to C long
# expect: A('H', [-9223372036854775809]) => OverflowError Python int too large to convert to C long
# expect: A('H', [18446744073709551616]) => OverflowError Python int too large to convert to C long
# expect: A('i', [-1]) => array('i', [-1])
# expect: A('i', [-129]) => array('i', [-129])
# expect: A('i', [256]) => array('i', [256])
# expect: A('i', [65536]) => array('i', [65536])
# expect: A('i', [-40000]) => array('i', [-40000])
# expect: A('i', [2147483648]) => OverflowError signed integer is greater than maximum
# expect: A('i', [-2147483649]) => OverflowError signed integer is less than minimum
# expect: A('i', [4294967296]) => OverflowError signed integer is greater than maximum
# expect: A('i', [9223372036854775808]) => OverflowError Python int too large to convert to C long
# expect: A('i', [-9223372036854775809]) => OverflowError Python int too large to convert to C long
# expect: A('i', [18446744073709551616]) => OverflowError Python int too large to convert to C long
# expect: A('I', [-1]) => OverflowError can't convert negative value to unsigned int
# expect: A('I', [-129]) => OverflowError can't convert negative value to unsigned int
# expect: A('I', [256]) => array('I', [256])
# expect: A('I', [65536]) => array('I', [65536])
# expect: A('I', [-40000]) => OverflowError can't convert negative value to unsigned int
# expect: A('I', [2147483648]) => array('I', [2147483648])
# expect: A('I', [-2147483649]) => OverflowError can't convert negative value to unsigned int
# expect: A('I', [4294967296]) => OverflowError unsigned int is greater than maximum
# expect: A('I', [9223372036854775808]) => OverflowError unsigned int is greater than maximum
# expect: A('I', [-9223372036854775809]) => OverflowError can't convert negative value to unsigned int
# expect: A('I', [18446744073709551616]) => OverflowError Python int too large to convert to C unsigned long
# expect: A('l', [-1]) => array('l', [-1])
# expect: A('l', [-129]) => array('l', [-129])
# expect: A('l', [256]) => array('l', [256])
# expect: A('l', [65536]) => array('l', [65536])
# expect: A('l', [-40000]) => array('l', [-40000])
# expect: A('l', [2147483648]) => array('l', [2147483648])
# expect: A('l', [-2147483649]) => array('l', [-2147483649])
# expect: A('l', [4294967296]) => array('l', [4294967296])
# expect: A('l', [9223372036854775808]) => OverflowError Python int too large to convert to C long
# expect: A('l', [-9223372036854775809]) => OverflowError Python int too large to convert to C long
# expect: A('l', [18446744073709551616]) => OverflowError Python int too large to convert to C long
# expect: A('L', [-1]) => OverflowError can't convert negative value to unsigned int
# expect: A('L', [-129]) => OverflowError can't convert negative value to unsigned int
# expect: A('L', [256]) => array('L', [256])
# expect: A('L', [65536]) => array('L', [65536])
# expect: A('L', [-40000]) => OverflowError can't convert negative value to unsigned int
# expect: A('L', [2147483648]) => array('L', [2147483648])
# expect: A('L', [-2147483649]) => OverflowError can't convert negative value to unsigned int
# expect: A('L', [4294967296]) => array('L', [4294967296])
# expect: A('L', [9223372036854775808]) => array('L', [9223372036854775808])
# expect: A('L', [-9223372036854775809]) => OverflowError can't convert negative value to unsigned int
# expect: A('L', [18446744073709551616]) => OverflowError Python int too large to convert to C unsigned long
# expect: A('q', [-1]) => array('q', [-1])
# expect: A('q', [-129]) => array('q', [-129])
# expect: A('q', [256]) => array('q', [256])
# expect: A('q', [65536]) => array('q', [65536])
# expect: A('q', [-40000]) => array('q', [-40000])
# expect: A('q', [2147483648]) => array('q', [2147483648])
# expect: A('q', [-2147483649]) => array('q', [-2147483649])
# expect: A('q', [4294967296]) => array('q', [4294967296])
# expect: A('q', [9223372036854775808]) => OverflowError int too big to convert
# expect: A('q', [-9223372036854775809]) => OverflowError int too big to convert
# expect: A('q', [18446744073709551616]) => OverflowError int too big to convert
# expect: A('Q', [-1]) => OverflowError can't convert negative int to unsigned
# expect: A('Q', [-129]) => OverflowError can't convert negative int to unsigned
# expect: A('Q', [256]) => array('Q', [256])
# expect: A('Q', [65536]) => array('Q', [65536])
# expect: A('Q', [-40000]) => OverflowError can't convert negative int to unsigned
# expect: A('Q', [2147483648]) => array('Q', [2147483648])
# expect: A('Q', [-2147483649]) => OverflowError can't convert negative int to unsigned
# expect: A('Q', [4294967296]) => array('Q', [4294967296])
# expect: A('Q', [9223372036854775808]) => array('Q', [9223372036854775808])
# expect: A('Q', [-9223372036854775809]) => OverflowError can't convert negative int to unsigned
# expect: A('Q', [18446744073709551616]) => OverflowError int too big to convert
# expect: A() => TypeError array() takes at least 1 argument (0 given)
# expect: A(1) => TypeError array() argument 1 must be a unicode character, not int
# expect: A('i', 1) => TypeError 'int' object is not iterable
# expect: A('i', x=1) => TypeError array.array() takes no keyword arguments
# expect: A('i', [1], 3) => TypeError array() takes at most 2 arguments (3 given)
# expect: A('i', 'abc') => TypeError cannot use a str to initialize an array with typecode 'i'
# expect: A('i', A('w', 'a')) => TypeError cannot use a unicode array to initialize an array with typecode 'i'
# expect: A('i', b'abcde') => ValueError bytes length not a multiple of item size
# expect: A('i', ['a']) => TypeError 'str' object cannot be interpreted as an integer
# expect: A('b', [1.5]) => TypeError 'float' object cannot be interpreted as an integer
# expect: A('Q', ['a']) => TypeError 'str' object cannot be interpreted as an integer
# expect: A('f', ['a']) => TypeError must be real number, not str
# expect: A('f', [1e300]) => array('f', [inf])
# expect: A('I', [True]) => array('I', [1])
# expect: A('i', (1, 2)) => array('i', [1, 2])
# expect: A('B', b'ab') => array('B', [97, 98])
# expect: A('i', memoryview(A('i', [1]))) => array('i', [1])
# expect: A('i')[0:1:0] => ValueError slice step cannot be zero
# expect: A('i', [1]) + [1] => TypeError can only append array (not "list") to array
# expect: A('i') + A('b') => TypeError bad argument type for built-in operation
# expect: A('i') * 1.5 => TypeError can't multiply sequence by non-int of type 'float'
# expect: 2 * A('i', [1, 2]) => array('i', [1, 2, 1, 2])
# expect: A('i', [1]) < 5 => TypeError '<' not supported between instances of 'array.array' and 'int'
# expect: A('i', [1]) == [1] => False
# expect: A('i', [1]) == A('d', [1]) => True
# expect: A('i', [1]) < A('w', 'a') => TypeError '<' not supported between instances of 'int' and 'str'
# expect: A('i', [1]) == A('w', 'a') => False
# expect: A('d', [float('nan')]) == A('d', [float('nan')]) => False
# expect: A('q', [2**53 + 1]) == A('d', [2**53]) => False
# expect: A('Q', [2**64 - 1]) > A('q', [-1]) => True
# expect: A('i', [1, 2]) > A('i', [1]) => True
# expect: hash(A('i')) => TypeError unhashable type: 'array.array'
# expect: A('w') => array('w')
# expect: A('w', "it's\0") => array('w', "it's\x00")
# expect: A('i', [3]).count(3.0) => 1
# expect: 3.0 in A('i', [3]) => True
# expect: A('i').pop() => IndexError pop from empty array
# expect: A('i', [1]).pop(7) => IndexError pop index out of range
# expect: A('i').remove(1) => ValueError array.remove(x): x not in array
# expect: A('i').index(1) => ValueError array.index(x): x not in array
# expect: A('i', [1, 2, 3]).index(3, -1) => 2
# expect: A('i', [1]).index(1, 1) => ValueError array.index(x): x not in array
# expect: A('i').extend(A('b')) => TypeError can only extend with array of same kind
# expect: A('i').extend(5) => TypeError 'int' object is not iterable
# expect: A('i').fromlist((1,)) => TypeError arg must be list
# expect: A('i').frombytes('abcd') => TypeError a bytes-like object is required, not 'str'
# expect: A('i').frombytes(A('i', [1])) => TypeError a bytes-like object is required
# expect: A('i').fromunicode('a') => ValueError fromunicode() may only be called on unicode type arrays ('u' or 'w')
# expect: A('i').tounicode() => ValueError tounicode() may only be called on unicode type arrays ('u' or 'w')
# expect: A('i').fromfile(3, 1) => AttributeError 'int' object has no attribute 'read'
# expect: A('i').fromfile(io.BytesIO(), -1) => ValueError negative count
# expect: A('i').fromfile(io.BytesIO(b'1234'), 2) => EOFError read() didn't return enough bytes
# expect: A('i').fromfile(io.StringIO('abcd'), 1) => TypeError read() didn't return bytes
# expect: A('i').append() => TypeError array.append() takes exactly one argument (0 given)
# expect: A('i').clear(1) => TypeError array.clear() takes no arguments (1 given)
# expect: R(A, 'i', 13, bytes(8)) => array('q', [0])
# expect: R(A, 'l', 12, bytes(8)) => array('l', [0])
# expect: R(A, 'i', 10, bytes(8)) => array('Q', [0])
# expect: R(A, 'f', 17, bytes(8)) => array('f', [0.0])
# expect: R(A, 'i', 3, b'abcd') => array('H', [24930, 25444])
# expect: R(A, 'i', 99, b'') => ValueError third argument must be a valid machine format code.
# expect: R(A, 'x', 8, b'') => ValueError second argument must be a valid type code
# expect: R(int, 'i', 8, b'') => TypeError int is not a subtype of array.array
# expect: R(A, 'i', 8, '') => TypeError fourth argument should be bytes, not str
# expect: R(1, 'i', 8, b'') => TypeError first argument must be a type object, not int
# expect: A('i', [1]).__reduce_ex__(2) => (<class 'array.array'>, ('i', [1]), None)
# expect: A('i', [1]).__reduce_ex__(4)[1:] => ((<class 'array.array'>, 'i', 8, b'\x01\x00\x00\x00'), None)
# expect: A('i').__reduce_ex__(None) => TypeError __reduce_ex__ argument should be an integer
# expect: A[int] => array.array[int]
# expect: -- exported
# expect: a.append(1) => BufferError cannot resize an array that is exporting buffers
# expect: a.pop() => BufferError cannot resize an array that is exporting buffers
# expect: a.extend([]) => None
# expect: a.clear() => BufferError cannot resize an array that is exporting buffers
# expect: a.__imul__(2) => BufferError cannot resize an array that is exporting buffers
# expect: a.__imul__(1) => array('i', [1, 2, 3])
# expect: a.__iadd__(a) => BufferError cannot resize an array that is exporting buffers
# expect: a.insert(0, 1) => BufferError cannot resize an array that is exporting buffers
# expect: a.frombytes(b'abcd') => BufferError cannot resize an array that is exporting buffers
# expect: a.frombytes(b'') => None
# expect: a.__delitem__(0) => BufferError cannot resize an array that is exporting buffers
# expect: a.__delitem__(slice(0, 1)) => BufferError cannot resize an array that is exporting buffers
# expect: a.__setitem__(slice(0, 1), A('i')) => BufferError cannot resize an array that is exporting buffers
# expect: a.__setitem__(slice(0, 1), A('i', [7])) => None
# expect: a.__delitem__(slice(0, 0)) => BufferError cannot resize an array that is exporting buffers
# expect: a.__delitem__(slice(0, 3, 2)) => BufferError cannot resize an array that is exporting buffers
# expect: a.reverse() => None
# expect: a => array('i', [3, 2, 7])
# expect: a.__setitem__(slice(None), a) => None
# expect: view.tolist() => [3, 2, 7]
# expect: view.format, view.itemsize, view.nbytes => ('i', 4, 12)
# expect: -- slices
# expect: a[::-1] => array('i', [7, 6, 5, 4, 3, 2, 1, 0])
# expect: a[1:3] => array('i', [1, 2])
# expect: a[-1:0:-2] => array('i', [7, 5, 3, 1])
# expect: a.__setitem__(slice(0, 2), a) => None
# expect: a => array('i', [0, 1, 2, 3, 4, 5, 6, 7, 2, 3, 4, 5, 6, 7])
# expect: a.extend(a) => None
# expect: len(a) => 28
# expect: a.__setitem__(slice(None, None, -1), A('i', range(len(a)))) => None
# expect: a => array('i', [27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0])
# expect: a.__delitem__(slice(None, None, -2)) => None
# expect: a => array('i', [27, 25, 23, 21, 19, 17, 15, 13, 11, 9, 7, 5, 3, 1])
# expect: a.__setitem__(slice(5, 1), A('i', [9])) => None
# expect: a => array('i', [27, 25, 23, 21, 19, 9, 17, 15, 13, 11, 9, 7, 5, 3, 1])
# expect: a.__setitem__(slice(0, 4, 2), A('i', [1])) => ValueError attempt to assign array of size 1 to extended slice of size 2
# expect: a.__setitem__(0, 'x') => TypeError 'str' object cannot be interpreted as an integer
# expect: a.__setitem__(99, 1) => IndexError array assignment index out of range
# expect: a['x'] => TypeError array indices must be integers
# expect: a[99] => IndexError array index out of range
# expect: a.__delitem__(99) => IndexError array assignment index out of range
# expect: a.__setitem__(slice(0, 1), [1]) => TypeError can only assign array (not "list") to array slice
# expect: a.byteswap() => None
# expect: a[:2] => array('i', [452984832, 419430400])
