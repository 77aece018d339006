import textwrap, string, difflib, unicodedata, collections, re, pprint
t = "The quick brown fox jumps over the lazy dog. " * 3
print(textwrap.fill(t, 40, initial_indent="* ", subsequent_indent="  "), textwrap.shorten(t, 30), textwrap.dedent("  a\n    b\n  c"), textwrap.indent("x\n\ny", "> "), sep="\n")
def caesar(s, k): return s.translate(str.maketrans(string.ascii_lowercase + string.ascii_uppercase, string.ascii_lowercase[k:] + string.ascii_lowercase[:k] + string.ascii_uppercase[k:] + string.ascii_uppercase[:k]))
print(caesar("Hello, World!", 3), caesar(caesar("abcxyz", 5), 21))
def rle(s): return re.sub(r"(.)\1*", lambda m: f"{len(m[0])}{m[1]}", s)
print(rle("aaabccd"), "".join(c * int(n) for n, c in re.findall(r"(\d+)(.)", rle("aaabccd"))))
print("\n".join(difflib.unified_diff("a\nb\nc".split(), "a\nx\nc\nd".split(), "old", "new", lineterm="")), difflib.SequenceMatcher(None, "abcd", "bcde").ratio(), difflib.get_close_matches("appel", ["ape", "apple", "peach"]), list(difflib.ndiff(["one"], ["ore"])))
print(unicodedata.normalize("NFD", "é").encode(), unicodedata.name("ß"), unicodedata.category("A"), "ß".upper(), "ǅ".title(), "İ".lower().encode(), "Straße".casefold(), "é" == "e\u0301", len("👨‍👩‍👧"), "ﬁ".upper(), "ΑΣ".lower(), "٣".isdigit(), int("٣"), "½".isnumeric(), "a\u0300".isidentifier(), "\t".isspace(), "Ab".swapcase(), "hello world".title(), "they're".title(), string.capwords("they're ok"))
words = collections.Counter(re.findall(r"\w+", t.lower())); print(words.most_common(3), sorted(words, key=lambda w: (-words[w], w))[:4])
pprint.pprint({"name": "x" * 30, "list": list(range(25)), "nested": {"a": [1, 2, {"b": (1, 2)}], "c": "long " * 20}}, width=60); pprint.pprint([1, [2, [3, [4]]]], depth=2); pprint.pprint({"b": 1, "a": 2}, sort_dicts=False); print(pprint.pformat("word " * 30, width=40))
def roman(n): return "".join((n := n - v * (k := n // v)) * 0 * "" + s * k for v, s in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")))
print([roman(n) for n in (1994, 2024, 4, 9)])
print(*(f"{'*' * (2 * i + 1):^9}" for i in range(5)), sep="\n"); print("abc".center(9, "*"), "7".zfill(3), "-7".zfill(4), "a,b,,c".split(","), " a  b ".split(), "a\nb\r\nc\x0bd".splitlines(), "x=1=2".partition("="), "x=1=2".rpartition("="), "aXbX".removesuffix("X"), "abc".find("c", -1), "tab\tx".expandtabs(4), "%s" % "a".join("123"), "abcabc".replace("b", "Z", 1), "a-b_c".translate({45: None, 95: " "}), "é".encode("utf-8").hex(" "), bytes.fromhex("c3 a9").decode(), "x".isalpha(), "".isalpha(), "1a".isalnum(), "ab".startswith(("x", "a")), max("hello", key="hello".count), "".join(sorted(set("banana"))), "abc"[::-1], "abcdef"[1:-1:2], "a" < "B", "a".__lt__("b"), ord("€"), chr(0x1F600), ascii("é€😀"), repr("it's \"q\" \n\t\x00\x7f\u200b"))

# expect: * The quick brown fox jumps over the
# expect:   lazy dog. The quick brown fox jumps
# expect:   over the lazy dog. The quick brown fox
# expect:   jumps over the lazy dog.
# expect: The quick brown fox [...]
# expect: a
# expect:   b
# expect: c
# expect: > x
# expect:
# expect: > y
# expect: Khoor, Zruog! abcxyz
# expect: 3a1b2c1d aaabccd
# expect: --- old
# expect: +++ new
# expect: @@ -1,3 +1,4 @@
# expect:  a
# expect: -b
# expect: +x
# expect:  c
# expect: +d 0.75 ['apple', 'ape'] ['- one', '+ ore']
# expect: b'e\xcc\x81' LATIN SMALL LETTER SHARP S Lu SS ǅ b'i\xcc\x87' strasse False 5 FI ας True 3 True True True aB Hello World They'Re They're Ok
# expect: [('the', 6), ('quick', 3), ('brown', 3)] ['the', 'brown', 'dog', 'fox']
# expect: {'list': [0,
# expect:           1,
# expect:           2,
# expect:           3,
# expect:           4,
# expect:           5,
# expect:           6,
# expect:           7,
# expect:           8,
# expect:           9,
# expect:           10,
# expect:           11,
# expect:           12,
# expect:           13,
# expect:           14,
# expect:           15,
# expect:           16,
# expect:           17,
# expect:           18,
# expect:           19,
# expect:           20,
# expect:           21,
# expect:           22,
# expect:           23,
# expect:           24],
# expect:  'name': 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
# expect:  'nested': {'a': [1, 2, {'b': (1, 2)}],
# expect:             'c': 'long long long long long long long long '
# expect:                  'long long long long long long long long '
# expect:                  'long long long long '}}
# expect: [1, [2, [...]]]
# expect: {'b': 1, 'a': 2}
# expect: ('word word word word word word word '
# expect:  'word word word word word word word '
# expect:  'word word word word word word word '
# expect:  'word word word word word word word '
# expect:  'word word ')
# expect: ['MCMXCIV', 'MMXXIV', 'IV', 'IX']
# expect:     *    
# expect:    ***   
# expect:   *****  
# expect:  ******* 
# expect: *********
# expect: ***abc*** 007 -007 ['a', 'b', '', 'c'] ['a', 'b'] ['a', 'b', 'c', 'd'] ('x', '=', '1=2') ('x=1', '=', '2') aXb 2 tab x 1a2a3 aZcabc ab c c3 a9 é True False True True l abn cba bd False True 8364 😀 '\xe9\u20ac\U0001f600' 'it\'s "q" \n\t\x00\x7f\u200b'
