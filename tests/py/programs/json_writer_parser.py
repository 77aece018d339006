def dump(v, ind=0):
    if v is None: return 'null'
    if v is True: return 'true'
    if v is False: return 'false'
    if isinstance(v, (int, float)): return repr(v)
    if isinstance(v, str): return '"' + ''.join({'"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t'}.get(c, c if c >= ' ' else f'\\u{ord(c):04x}') for c in v) + '"'
    if isinstance(v, (list, tuple)): return '[' + ', '.join(map(dump, v)) + ']'
    if isinstance(v, dict): return '{' + ', '.join(f'{dump(str(k))}: {dump(x)}' for k, x in v.items()) + '}'
    raise TypeError(f'cannot dump {type(v).__name__}')
def load(s):
    i = 0
    def ws():
        nonlocal i
        while i < len(s) and s[i] in ' \n\t\r': i += 1
    def val():
        nonlocal i
        ws()
        if i >= len(s): raise ValueError('unexpected end')
        c = s[i]
        if c == '{':
            i += 1; d = {}; ws()
            if s[i] == '}': i += 1; return d
            while True:
                ws(); k = string(); ws(); expect(':'); d[k] = val(); ws()
                if s[i] == '}': i += 1; return d
                expect(',')
        if c == '[':
            i += 1; l = []; ws()
            if s[i] == ']': i += 1; return l
            while True:
                l.append(val()); ws()
                if s[i] == ']': i += 1; return l
                expect(',')
        if c == '"': return string()
        for w, x in (('null', None), ('true', True), ('false', False)):
            if s.startswith(w, i): i += len(w); return x
        j = i
        while i < len(s) and s[i] in '+-0123456789.eE': i += 1
        if i == j: raise ValueError(f'bad char {s[i]!r} at {i}')
        n = s[j:i]
        return float(n) if any(c in n for c in '.eE') else int(n)
    def expect(c):
        nonlocal i
        if i >= len(s) or s[i] != c: raise ValueError(f'expected {c!r} at {i}')
        i += 1
    def string():
        nonlocal i
        expect('"'); out = []
        while s[i] != '"':
            if s[i] == '\\':
                i += 1
                if s[i] == 'u': out.append(chr(int(s[i + 1:i + 5], 16))); i += 4
                else: out.append({'n': '\n', 't': '\t'}.get(s[i], s[i]))
            else: out.append(s[i])
            i += 1
        i += 1
        return ''.join(out)
    v = val(); ws()
    if i != len(s): raise ValueError(f'extra data at {i}')
    return v
d = {'a': [1, 2.5, None, True], 'b': {'c': 'q"\n\x01é', 'd': []}, 'e': {}, 'f': -1e10}
s = dump(d); print(s); print(load(s) == d)
import json; print(json.loads(s) == d)
for bad in ('', '[1', '{"a" 1}', '[1 2]', 'nul', '[1] x', '{1: 2}'):
    try: print(load(bad))
    except (ValueError, IndexError) as e: print(repr(bad), type(e).__name__, e)
try: dump({1j: {1}})
except TypeError as e: print(e)

# expect: {"a": [1, 2.5, null, true], "b": {"c": "q\"\n\u0001é", "d": []}, "e": {}, "f": -10000000000.0}
# expect: True
# expect: True
# expect: '' ValueError unexpected end
# expect: '[1' IndexError string index out of range
# expect: '{"a" 1}' ValueError expected ':' at 5
# expect: '[1 2]' ValueError expected ',' at 3
# expect: 'nul' ValueError bad char 'n' at 0
# expect: '[1] x' ValueError extra data at 4
# expect: '{1: 2}' ValueError expected '"' at 1
# expect: cannot dump set
