"""Strings, numbers and regular expressions whose hidden caches (hash, UTF-8, interning) are filled by all threads."""
import io
import json
import re
import string
import struct

from torture import check, run


def make():
    texts = ["key%d" % n for n in range(5)] + ["\xe9t\xe9 %d" % n for n in range(5)] + ["\U0001f600" * 3, "a b c d " * 20]
    pattern = re.compile(r"(?P<word>\w+)\s*(\d*)")
    table = {}
    out, raw = io.StringIO(), io.BytesIO()
    wrapper = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=False)
    big = [10 ** 40 + n for n in range(5)]
    rows = iter("line %d\n" % n for n in range(10 ** 6))
    matches = pattern.finditer("one 1 two 2 three 3 " * 50)

    def one(rng):
        return texts[rng.randrange(len(texts))]

    def build(rng):
        s = ""
        for i in range(20):
            s += str(i)
        check(s == "".join(map(str, range(20))))

    def write(rng):
        wrapper.write(one(rng))
        if rng.randrange(5) == 0:
            wrapper.flush()

    return [
        build, write,
        lambda rng: hash(one(rng)), lambda rng: one(rng).encode(), lambda rng: table.get(one(rng)), lambda rng: table.__setitem__(one(rng), 1),
        lambda rng: setattr(check, one(rng), 1) if one(rng).isidentifier() else 0, lambda rng: texts.__setitem__(rng.randrange(12), "new %d" % rng.randrange(99)),
        lambda rng: [m.group("word") for m in pattern.finditer(one(rng))], lambda rng: pattern.sub(lambda m: m[0].upper(), one(rng)),
        lambda rng: next(matches), lambda rng: "%s %r" % (one(rng), one(rng)), lambda rng: f"{one(rng)!r:>30}", lambda rng: one(rng).split(),
        lambda rng: one(rng).upper().lower().title(), lambda rng: one(rng) + one(rng), lambda rng: one(rng) * 3, lambda rng: one(rng) in one(rng),
        lambda rng: out.write(one(rng)), lambda rng: out.getvalue(), lambda rng: out.seek(0), lambda rng: out.read(5), lambda rng: out.truncate(0),
        lambda rng: raw.write(one(rng).encode()), lambda rng: raw.seek(0), lambda rng: raw.read(7), lambda rng: raw.getvalue(), lambda rng: raw.truncate(3),
        lambda rng: wrapper.seek(0), lambda rng: wrapper.read(5), lambda rng: wrapper.readline(), lambda rng: wrapper.tell(), lambda rng: wrapper.truncate(0),
        lambda rng: check(big[rng.randrange(5)] * big[rng.randrange(5)] > 0), lambda rng: str(big[0]), lambda rng: hash(big[1]), lambda rng: big[0] // big[3],
        lambda rng: json.loads(json.dumps({"a": texts, "b": [1.5, None, True]})), lambda rng: struct.pack("<if", 1, 2.5), lambda rng: next(rows),
        lambda rng: string.Template("$a $b").substitute(a=1, b=one(rng)), lambda rng: re.compile("x%d" % rng.randrange(700)).match(one(rng)),
        lambda rng: exec("y = %d" % rng.randrange(50), {}), lambda rng: eval("[%d + x for x in range(3)]" % rng.randrange(50)),
    ]


run(make, (ValueError, StopIteration, TypeError, OSError), batch=100)
