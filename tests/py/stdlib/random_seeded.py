import random
r = random.Random(42)
print(r.random(), r.randint(1, 100), r.choice('abcdef'), r.sample(range(100), 5), r.uniform(1, 2))
print(r.gauss(0, 1), r.normalvariate(0, 1), r.expovariate(2), r.betavariate(1, 2))
print(r.gammavariate(2, 1), r.triangular(0, 1, 0.5), r.lognormvariate(0, 1), r.vonmisesvariate(0, 1))
print(r.paretovariate(2), r.weibullvariate(1, 2), r.getrandbits(100), r.randrange(0, 100, 7))
print(r.choices('abc', [1, 2, 3], k=6), r.randbytes(5))
l = list(range(10))
r.shuffle(l)
print(l)
s = r.getstate()
a = r.random()
r.setstate(s)
print(a == r.random(), s[0], len(s[1]))
random.seed('text')
print(random.random())
random.seed(b'bytes')
print(random.random())
random.seed(3.7)
print(random.random())
random.seed(-5)
print(random.random())
random.seed(10 ** 50)
print(random.random())
random.seed('v1', version=1)
print(random.random())
for f in (
    lambda: r.randint(5, 1), lambda: r.choice([]), lambda: r.sample([1], 5),
    lambda: r.randrange(0), lambda: r.randrange(1.5), lambda: r.sample({1, 2}, 1),
    lambda: r.choices([], k=1), lambda: r.choices([1], [0]), lambda: r.choices([1, 2], [1]),
    lambda: r.getrandbits(-1), lambda: r.sample([1, 2], -1), lambda: r.seed([1]),
    lambda: r.sample(['a', 'b'], counts=[1], k=1), lambda: r.shuffle((1, 2)),
):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(r.sample(['red', 'blue'], counts=[4, 2], k=5), random.Random(1).sample(range(10 ** 9), 3))
print(random.Random(5).getrandbits(1), [random.Random(i).randint(0, 9) for i in range(8)])

# expect: 0.6394267984578837 4 f [35, 31, 28, 17, 94] 1.1024951761715074
# expect: -0.07358145350888119 0.16033840211947126 0.049189824829228165 0.09442334818418753
# expect: 3.411261230345956 0.45799553543766053 0.8862864134625581 6.035513846423913
# expect: 1.1288909256455815 1.2007423732264737 109329104912340234354022839277 35
# expect: ['c', 'c', 'c', 'c', 'c', 'c'] b'\x13\xa1\xe7`\x14'
# expect: [7, 3, 2, 6, 0, 1, 9, 5, 4, 8]
# expect: True 3 625
# expect: 0.8711565613554825
# expect: 0.37075677971469856
# expect: 0.4517496291795998
# expect: 0.6229016948897019
# expect: 0.8266205292084633
# expect: 0.7155184452894522
# expect: ValueError empty range for randrange() (5, 2, -3)
# expect: IndexError Cannot choose from an empty sequence
# expect: ValueError Sample larger than population or is negative
# expect: ValueError empty range for randrange()
# expect: ValueError non-integer arg 1 for randrange()
# expect: TypeError Population must be a sequence.  For dicts or sets, use sorted(d).
# expect: IndexError list index out of range
# expect: ValueError Total of weights must be greater than zero
# expect: ValueError The number of weights does not match the population
# expect: ValueError number of bits must be non-negative
# expect: ValueError Sample larger than population or is negative
# expect: TypeError The only supported seed types are: None,
# expect: int, float, str, bytes, and bytearray.
# expect: ValueError The number of counts does not match the population
# expect: TypeError 'tuple' object does not support item assignment
# expect: ['red', 'red', 'red', 'red', 'blue'] [144272509, 611178002, 909925047]
# expect: 1 [6, 2, 0, 3, 3, 9, 9, 5]
# lib: -3.12
