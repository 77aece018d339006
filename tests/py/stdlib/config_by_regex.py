import re
lines = ["key = value", "num=42", "# comment", "", "bad line", "list = a, b, c", "nested.key = 3.5"]
conf = {}
for n, l in enumerate(lines, 1):
    if not (s := l.strip()) or s.startswith("#"): continue
    if m := re.fullmatch(r"([\w.]+)\s*=\s*(.*)", s):
        k, v = m.groups()
        if re.fullmatch(r"-?\d+", v): v = int(v)
        elif (f := re.fullmatch(r"-?\d*\.\d+", v)): v = float(f[0])
        elif "," in v: v = [p.strip() for p in v.split(",")]
        conf[k] = v
    else: print(f"line {n}: cannot parse {l!r}")
print(conf)
print(re.sub(r"(\w+)@(\w+)\.com", r"\2 at \1", "bob@site.com"), re.sub(r"\d+", lambda m: str(int(m[0]) * 2), "a1b22"), re.split(r"[,;]\s*", "a, b;c"), re.findall(r"(\w)(\d)", "a1b2"), re.subn("a", "b", "aXa"))
for m in re.finditer(r"(?P<y>\d{4})-(?P<m>\d\d)", "2024-01 and 1999-12"): print(m.groupdict(), m.span(), m.start("m"), m.lastgroup, m)
p = re.compile(r"""(?x) ^ \s* (?P<n>\d+) \s* (?: , | $ )  # num"""); print(p, p.groups, p.groupindex, p.flags, p.match(" 12 ,").group("n"))
for bad in ("(", "[a", "*a", "a**", "(?P<1>a)", "(?P<n>a)(?P<n>b)", "\\", "(?<=a+)b", "a{2,1}", "(?P=x)", "[z-a]", "(?z)", "\\g", "(?:", "x)(", "(?i", r"\1"):
    try: re.compile(bad); print("ok", bad)
    except re.error as e: print(bad, "|", e, e.pos)
print(re.escape("a.b*c"), re.match("a", "ba"), re.search(r"\bfoo\b", "a foo b").span(), re.fullmatch("a|ab", "ab"), bool(re.match(r"(?i)HELLO", "hello")), re.sub(r"(?<=a)b", "X", "abab"), re.findall(r"(?s).+", "a\nb"), re.split("(-)", "a-b-c", maxsplit=1), re.sub("", "-", "ab"), re.findall("a*", "baac"))

# expect: line 5: cannot parse 'bad line'
# expect: {'key': 'value', 'num': 42, 'list': ['a', 'b', 'c'], 'nested.key': 3.5}
# expect: site at bob a2b44 ['a', 'b', 'c'] [('a', '1'), ('b', '2')] ('bXb', 2)
# expect: {'y': '2024', 'm': '01'} (0, 7) 5 m <re.Match object; span=(0, 7), match='2024-01'>
# expect: {'y': '1999', 'm': '12'} (12, 19) 17 m <re.Match object; span=(12, 19), match='1999-12'>
# expect: re.compile('(?x) ^ \\s* (?P<n>\\d+) \\s* (?: , | $ )  # num', re.VERBOSE) 1 {'n': 1} 96 12
# expect: ( | missing ), unterminated subpattern at position 0 0
# expect: [a | unterminated character set at position 0 0
# expect: *a | nothing to repeat at position 0 0
# expect: a** | multiple repeat at position 2 2
# expect: (?P<1>a) | bad character in group name '1' at position 4 4
# expect: (?P<n>a)(?P<n>b) | redefinition of group name 'n' as group 2; was group 1 at position 12 12
# expect: \ | bad escape (end of pattern) at position 0 0
# expect: (?<=a+)b | look-behind requires fixed-width pattern None
# expect: a{2,1} | min repeat greater than max repeat at position 2 2
# expect: (?P=x) | unknown group name 'x' at position 4 4
# expect: [z-a] | bad character range z-a at position 1 1
# expect: (?z) | unknown extension ?z at position 1 1
# expect: \g | bad escape \g at position 0 0
# expect: (?: | missing ), unterminated subpattern at position 0 0
# expect: x)( | unbalanced parenthesis at position 1 1
# expect: (?i | missing -, : or ) at position 3 3
# expect: \1 | invalid group reference 1 at position 1 1
# expect: a\.b\*c None (2, 5) <re.Match object; span=(0, 2), match='ab'> True aXaX ['a\nb'] ['a', '-', 'b-c'] -a-b- ['', 'aa', '', '']
