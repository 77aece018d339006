def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: ','.join('abc'))
t(lambda: ''.join(['a', 'b']))
t(lambda: '-'.join([]))
t(lambda: '-'.join(['x']))
t(lambda: ', '.join(str(i) for i in range(4)))
t(lambda: 'ab'.join(('1', '2')))
t(lambda: ','.join({'k': 1}))
t(lambda: 'é'.join('日本'))
t(lambda: ','.join([1]))
t(lambda: ','.join(['a', 'b', 3]))
t(lambda: ','.join(['a', b'b']))
t(lambda: ','.join(5))
t(lambda: ','.join([None]))
t(lambda: type('S', (str,), {})('-').join(['a', 'b']))

# expect: 'a,b,c'
# expect: 'ab'
# expect: ''
# expect: 'x'
# expect: '0, 1, 2, 3'
# expect: '1ab2'
# expect: 'k'
# expect: '日é本'
# expect: TypeError sequence item 0: expected str instance, int found
# expect: TypeError sequence item 2: expected str instance, int found
# expect: TypeError sequence item 1: expected str instance, bytes found
# expect: TypeError can only join an iterable
# expect: TypeError sequence item 0: expected str instance, NoneType found
# expect: 'a-b'
