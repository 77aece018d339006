# Dicts, sets and deques that nobody else has seen: keys that come and go, keys that compare in Python, values that die.
import collections


def show(*args):
    print(*args)


d = {}
for i in range(50):
    d["x"] = i
    d.pop("x")
d["y"] = 1
d["x"] = 2
show(d, len(d))  # expect: {'y': 1, 'x': 2} 2
for k in "abcdefgh": d[k] = k
for k in "aceg": del d[k]
for k in "geca": d[k] = k.upper()
show(list(d))  # expect: ['y', 'x', 'b', 'd', 'f', 'h', 'g', 'e', 'c', 'a']
show([k in d for k in "abxz"], d.get("a"), d.setdefault("q", 7), d["q"])  # expect: [True, True, True, False] A 7 7


class Key:
    def __init__(self, n): self.n = n
    def __hash__(self): return 1
    def __eq__(self, other): return isinstance(other, Key) and self.n == other.n


d = {Key(1): "one", Key(2): "two"}
d[Key(1)] = "uno"
show(len(d), d[Key(1)], d[Key(2)], d == {Key(2): "two", Key(1): "uno"})  # expect: 2 uno two True
s = {Key(1), Key(2), Key(1)}
s.add(Key(2))
show(len(s), Key(2) in s)  # expect: 2 True


class Dies:
    def __del__(self): d["died"] = len(d)


d = {"a": Dies()}
d["a"] = 1
show(d)  # expect: {'a': 1, 'died': 1}
d = {"a": 1.5, "b": [1], "c": "x"}
show(d == {"c": "x", "b": [1], "a": 1.5}, d == {"c": "x", "b": [2], "a": 1.5}, d == {"c": "x", "b": [1]}, {1: 1} == {1.0: True})  # expect: True False False True
nan = float("nan")
show({"n": nan} == {"n": nan}, {"n": nan} == {"n": float("nan")})  # expect: True False

show(sorted(set("hello")), len(set("größe größe")), set("") == set())  # expect: ['e', 'h', 'l', 'o'] 6 True
s = set()
for i in range(100):
    s.add(i)
    s.discard(i - 1)
show(s)  # expect: {99}
s.update("ab", "ba", [1, 1, 2])
show(len(s), sorted(map(str, s)))  # expect: 5 ['1', '2', '99', 'a', 'b']

q = collections.deque([1, 2, 3], 3)
q.append(4)
show(list(q))  # expect: [2, 3, 4]
q.appendleft(0)
q.extend([7, 8, 9, 10])
show(list(q), len(q))  # expect: [8, 9, 10] 3
q = collections.deque(maxlen=0)
q.append(1)
q.appendleft(2)
show(list(q))  # expect: []
q = collections.deque(range(7))
q.rotate(3)
for i in range(5):
    q.append(i)
    q.appendleft(-i)
show(list(q))  # expect: [-4, -3, -2, -1, 0, 4, 5, 6, 0, 1, 2, 3, 0, 1, 2, 3, 4]

# Text and numbers that have ways of their own.
show("a,b,,c".split(","), " a  b ".split(), "a b c d".rsplit(None, 1), "x".split(), "".split(), "a\x1cb\x85c".split())  # expect: ['a', 'b', '', 'c'] ['a', 'b'] ['a b c', 'd'] ['x'] [] ['a', 'b', 'c']
show(b" a\x1cb \x0b".split(), b"\x1c x \x85".strip(), "\x1f x\xa0".strip())  # expect: [b'a\x1cb'] b'\x1c x \x85' x
show(len(" ".join(str(i) for i in range(100)).split()), "one\ntwo\r\nthree".splitlines(True))  # expect: 100 ['one\n', 'two\r\n', 'three']
show("they're HERE 2day".title(), "hELLO wORLD".capitalize(), "1a".title(), "x".title(), "größer ÀB".upper(), "ŁÓDŹ abc ß".casefold())  # expect: They'Re Here 2Day Hello world 1A X GRÖSSER ÀB łódź abc ss
show("a-b-c".replace("-", "+"), "abc".replace("x", "y"), "aaa".replace("a", "b", 2), "aé".replace("a", "é"))  # expect: a+b+c abc bba éé
show(", ".join(["a", "é", "€"]), "-".join("abc"), "".join(["ab", "c"]), "é".join(["a", "b"]))  # expect: a, é, € a-b-c abc aéb
big = 1 << 70
show(big & -1 == big, (big | 5) & 7, big ^ big, (big + 6) & 0xFF, -big & (big + 3), -5 & 0xFF, (1 << 64) | (1 << 62))  # expect: True 5 0 6 1180591620717411303424 251 23058430092136939520
show(3037000500 ** 2, (1 << 63) * (1 << 63), -(1 << 63) * 3, (1 << 62) * -(1 << 62))  # expect: 9223372037000250000 85070591730234615865843651857942052864 -27670116110564327424 -21267647932558653966460912964485513216
show(divmod(7, -2), divmod(-7, 2), divmod(-6, 3), divmod(-(1 << 61), -1))  # expect: (-4, -1) (-4, 1) (-2, 0) (2305843009213693952, 0)
show(int.from_bytes(b"\xff\x01", "little"), int.from_bytes(b"\xff\x01", "big", signed=True), int.from_bytes(b"\xff" * 8, "big"), int.from_bytes(b"", "big"))  # expect: 511 -255 18446744073709551615 0
show(bytes([1, 2, 255]), bytes((65,)), bytes([]), bytearray([3, 4]))  # expect: b'\x01\x02\xff' b'A' b'' bytearray(b'\x03\x04')
for wrong in [256], [-1], ["a"], [1, 2.5]:
    try: bytes(wrong)
    except (ValueError, TypeError) as e: show(e)
# expect: bytes must be in range(0, 256)
# expect: bytes must be in range(0, 256)
# expect: 'str' object cannot be interpreted as an integer
# expect: 'float' object cannot be interpreted as an integer
import math
show([math.isqrt(n) for n in (0, 1, 24, 25, (1 << 52) - 1, 94906267 ** 2 - 1, 94906267 ** 2, (1 << 61) - 1)])  # expect: [0, 1, 4, 5, 67108863, 94906266, 94906267, 1518500249]
show(round(2.5), round(1.256, 2), round(-7, -1), round(True))  # expect: 2 1.26 -10 1
