"""Writes modules/_cjk_data.c: the double-byte character sets, as the codecs of the Python that runs it have them.

usage: python3 tools/gen_cjk.py > modules/_cjk_data.c
"""

import sys

CODECS = """gb18030 gbk gb2312 cp949 euc_kr johab big5 cp950 big5hkscs euc_jis_2004 euc_jisx0213 euc_jp
shift_jis_2004 shift_jisx0213 cp932 shift_jis""".split()
LEAST_SHARED = 8  # characters of the pool worth a segment of their own
pool = ""


def decode(data, codec):
    try:
        return data.decode(codec)
    except UnicodeDecodeError as e:
        return e.reason.startswith("incomplete") and e.start == 0


def add_text(text):
    """Yields the positions and lengths of pieces of the pool that make the text."""
    global pool
    while text:
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if text[:middle] in pool else (low, middle - 1)
        if low >= min(LEAST_SHARED, len(text)):
            yield pool.index(text[:low]), low
            text = text[low:]
            continue
        n = 1
        while n < len(text) and text[n : n + LEAST_SHARED] not in pool:
            n += 1
        n = len(text) if len(text) - n < LEAST_SHARED else n
        yield len(pool), n
        pool += text[:n]
        text = text[n:]


def segments(mapping):
    """mapping: code -> BMP character. Segments of consecutive codes: (code, count, is_run, position or character)."""
    codes = sorted(mapping)
    spans = []
    for code in codes:
        if spans and spans[-1][-1] == code - 1:
            spans[-1].append(code)
        else:
            spans.append([code])
    out = []
    for span in spans:
        pieces, i = [], 0
        while i < len(span):  # runs of consecutive characters, and what is between them
            n = 1
            while i + n < len(span) and ord(mapping[span[i + n]]) == ord(mapping[span[i]]) + n:
                n += 1
            if n >= 6:
                pieces.append((i, n, True))
            elif pieces and not pieces[-1][2]:
                pieces[-1] = (pieces[-1][0], pieces[-1][1] + n, False)
            else:
                pieces.append((i, n, False))
            i += n
        for i, n, run in pieces:
            if run:
                out.append((span[i], n, 1, ord(mapping[span[i]])))
                continue
            for at, length in add_text("".join(mapping[c] for c in span[i : i + n])):
                out.append((span[i], length, 0, at))
                i += length
    return out


def escape(c):
    if c in '"\\':
        return "\\" + c
    if 0xE000 <= ord(c) < 0xF900 or not c.isprintable() or ord(c) < 0x20:
        return f"\\x{ord(c):x}" if ord(c) < 0xA0 else f"\\u{ord(c):04x}"
    return c


def rows(values, per):
    for i in range(0, len(values), per):
        print(",".join(values[i : i + per]) + ",")


def dump(codec):
    plain, special, leads = {}, [], 0
    for a in range(256):
        s = decode(bytes([a]), codec)
        if isinstance(s, str):
            if a >= 0x80 or s != chr(a):
                plain[a] = s
            continue
        leads |= bool(s) << a
        for b in range(256 if s else 0):
            s = decode(bytes([a, b]), codec)
            if isinstance(s, str) and (len(s) > 1 or ord(s) > 0xFFFF):
                special.append((a << 8 | b, s))
            elif isinstance(s, str):
                plain[a << 8 | b] = s
            elif s and a == 0x8F:
                for c in range(256):
                    s = decode(bytes([a, b, c]), codec)
                    if isinstance(s, str):
                        assert b > 0xA0 and c > 0xA0
                        code = b << 8 | c & 0x7F
                        if len(s) > 1 or ord(s) > 0xFFFF:
                            special.append((code, s))
                        else:
                            plain[code] = s
    back = {}
    three = "euc_j" in codec
    for code in sorted(plain, key=lambda code: (three and not code & 0x80, code)):  # two bytes before three
        back.setdefault(plain[code], code)
    for code, s in sorted(special, key=lambda x: (three and not x[0] & 0x80, x[0])):
        if len(s) == 1:
            back.setdefault(s, code)
    odd = []
    for cp in range(0x110000):
        c = chr(cp)
        try:
            data = c.encode(codec)
        except UnicodeEncodeError:
            data = b""
        if len(data) in (4, 8):
            continue
        code = int.from_bytes(data, "big") if len(data) < 3 else data[1] << 8 | data[2] & 0x7F
        if code != back.get(c, cp if cp < 0x80 else 0):
            odd.append((cp, code))
    segs = segments(plain)
    special.sort()
    name = codec
    print(f"static const Segment {name}_segments[] = {{")
    rows([f"{{{a:#x},{n},{run},{v:#x}}}" for a, n, run, v in segs], 6)
    print("};")
    if special:
        print(f"static const SkCjkSpecial {name}_special[] = {{")
        rows([f"{{{code:#x},{ord(s[0]):#x},{ord(s[1]) if len(s) > 1 else 0:#x}}}" for code, s in special], 8)
        print("};")
    pairs = [(code, s) for code, s in special if len(s) > 1]
    if pairs:
        print(f"static const SkCjkSpecial {name}_pairs[] = {{")
        rows([f"{{{code:#x},{ord(s[0]):#x},{ord(s[1]):#x}}}" for code, s in pairs], 8)
        print("};")
    if odd:
        print(f"static const SkCjkOdd {name}_odd[] = {{")
        rows([f"{{{cp:#x},{code:#x}}}" for cp, code in odd], 10)
        print("};")
    print(f"const SkCjkTable sk_cjk_{name} = {{")
    print(f"    .segments = {name}_segments, .nsegments = {len(segs)},")
    if special:
        print(f"    .special = {name}_special, .nspecial = {len(special)},")
    if pairs:
        print(f"    .pairs = {name}_pairs, .npairs = {len(pairs)},")
    if odd:
        print(f"    .odd = {name}_odd, .nodd = {len(odd)},")
    print("    .leads = {" + ", ".join(f"{leads >> (64 * i) & (1 << 64) - 1:#x}" for i in range(4)) + "},")
    print(f"    .three = {int(three)},\n    .reverse = &reverses[{CODECS.index(codec)}],\n}};\n")
    print(codec, len(plain), "characters", len(segs), "segments", len(special), "special", len(odd), "odd", file=sys.stderr)


def four_bytes():
    """The characters of the BMP that GB 18030 writes in four bytes: (linear number, character, count)."""
    out = []
    for cp in range(0x80, 0x10000):
        if 0xD800 <= cp < 0xE000:
            continue
        b = chr(cp).encode("gb18030")
        if len(b) == 4:
            linear = (((b[0] - 0x81) * 10 + b[1] - 0x30) * 126 + b[2] - 0x81) * 10 + b[3] - 0x30
            if out and out[-1][1] + out[-1][2] == cp and out[-1][0] + out[-1][2] == linear:
                out[-1][2] += 1
            else:
                out.append([linear, cp, 1])
            assert b.decode("gb18030") == chr(cp)
    out.sort()
    print(f"const SkCjkFour sk_cjk_four[] = {{")
    rows([f"{{{a},{b:#x},{c}}}" for a, b, c in out], 8)
    print(f"}};\nconst unsigned sk_cjk_four_count = {len(out)};\n")


class Later:
    """The pool is known when everything else is written, and has to stand before it."""

    def __init__(self):
        self.parts = []

    def write(self, s):
        self.parts.append(s)


real, sys.stdout = sys.stdout, Later()
for c in CODECS:
    dump(c)
four_bytes()
rest, sys.stdout = "".join(sys.stdout.parts), real
print("// Generated by tools/gen_cjk.py.")
print('#include "modules/_cjk_data.h"\n')
print("typedef SkCjkSegment Segment;")
print(f"static SkCjkReverse reverses[{len(CODECS)}];\n")
print("const char16_t sk_cjk_pool[] =")
for i in range(0, len(pool), 60):
    print('    u"' + "".join(map(escape, pool[i : i + 60])) + '"')
print(";\n")
print(rest, end="")
print(len(pool), "characters in the pool", file=sys.stderr)
