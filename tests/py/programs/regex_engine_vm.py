class Node: pass
def compile_(p):
    pos = 0
    def alt():
        nonlocal pos
        l = seq()
        while pos < len(p) and p[pos] == "|": pos += 1; l = ("alt", l, seq())
        return l
    def seq():
        items = []
        while pos < len(p) and p[pos] not in "|)": items.append(rep())
        return ("seq", *items)
    def rep():
        nonlocal pos
        a = atom()
        while pos < len(p) and p[pos] in "*+?": a = ({"*": "star", "+": "plus", "?": "opt"}[p[pos]], a); pos += 1
        return a
    def atom():
        nonlocal pos
        c = p[pos]; pos += 1
        if c == "(":
            r = alt()
            if pos >= len(p): raise ValueError("unbalanced (")
            pos += 1; return r
        if c == ".": return ("any",)
        if c == "[":
            e = p.index("]", pos); s = p[pos:e]; pos = e + 1; return ("set", frozenset(s))
        if c in "*+?": raise ValueError(f"nothing to repeat at {pos - 1}")
        return ("chr", c)
    r = alt()
    if pos < len(p): raise ValueError(f"stray {p[pos]}")
    return r
def m(n, s, i, k):
    match n:
        case ("chr", c): return i < len(s) and s[i] == c and k(i + 1)
        case ("any",): return i < len(s) and k(i + 1)
        case ("set", cs): return i < len(s) and s[i] in cs and k(i + 1)
        case ("seq",): return k(i)
        case ("seq", a, *r): return m(a, s, i, lambda j: m(("seq", *r), s, j, k))
        case ("alt", a, b): return m(a, s, i, k) or m(b, s, i, k)
        case ("star", a): return m(a, s, i, lambda j: j != i and m(n, s, j, k)) or k(i)
        case ("plus", a): return m(("seq", a, ("star", a)), s, i, k)
        case ("opt", a): return m(a, s, i, k) or k(i)
full = lambda p, s: bool(m(compile_(p), s, 0, lambda i: i == len(s)))
for p, ss in {"a*b": ["b", "aaab", "ac"], "(a|b)+c?": ["abab", "abc", "c"], "[xyz].": ["xa", "a"], "(ab*)*": ["", "abbab", "ba"], "(": [""], "*a": [""], "a)": ["a"]}.items():
    for s in ss:
        try: print(p, repr(s), full(p, s))
        except ValueError as e: print(p, "error:", e)

# expect: a*b 'b' True
# expect: a*b 'aaab' True
# expect: a*b 'ac' False
# expect: (a|b)+c? 'abab' True
# expect: (a|b)+c? 'abc' True
# expect: (a|b)+c? 'c' False
# expect: [xyz]. 'xa' True
# expect: [xyz]. 'a' False
# expect: (ab*)* '' True
# expect: (ab*)* 'abbab' True
# expect: (ab*)* 'ba' False
# expect: ( error: unbalanced (
# expect: *a error: nothing to repeat at 0
# expect: a) error: stray )
