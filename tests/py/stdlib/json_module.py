import json
print(json.dumps({'b': [1, 2.5, None, True, 'é"\n'], 'a': {}}), json.dumps({'b': 1, 'a': 2}, sort_keys=True), json.dumps('é', ensure_ascii=False), json.dumps([1, {'a': 2}], indent=2), json.dumps((1, 2)), json.dumps({1: 2, None: 3, True: 4, 1.5: 5}), json.dumps([1, 2], separators=(',', ':')), json.dumps(float('inf')), json.dumps([]), json.dumps('\u2028\x00'))
print(json.loads('{"a": [1, 2.0, 1e3, null, true, "\\u00e9\\n"]}'), json.loads(' 5 '), json.loads('[]'), json.loads(b'"b"'), json.loads('NaN') != 0, json.loads('1.1', parse_float=str), json.loads('{"a":1}', object_hook=lambda d: list(d)), json.loads('{"a":1,"a":2}', object_pairs_hook=list), json.loads('12345678901234567890'))
for s in ('', '{', '[1,]', '{"a":}', '{a: 1}', '"abc', 'nul', '[1 2]', '1 2', '"\\x"', '"\t"', '{"a" 1}', '[', '{"a":1,}'):
    try: print(json.loads(s))
    except json.JSONDecodeError as e: print(repr(s), e.msg, e.lineno, e.colno, e.pos)
for v in ({1}, object, 1j, b'x', {(1, 2): 3}, float('nan')):
    try: print(json.dumps(v, allow_nan=False))
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
print(json.dumps({1, 2}, default=sorted), json.dumps({(1,): 2, 'a': 1}, skipkeys=True))
l = []; l.append(l)
try: json.dumps(l)
except ValueError as e: print(e)
class E(json.JSONEncoder):
    def default(self, o): return f'<{type(o).__name__}>'
print(json.dumps([object(), {1}], cls=E))
# since-3.14: ValueError Out of range float values are not JSON compliant: nan => ValueError Out of range float values are not JSON compliant: nan

# expect: {"b": [1, 2.5, null, true, "\u00e9\"\n"], "a": {}} {"a": 2, "b": 1} "é" [
# expect:   1,
# expect:   {
# expect:     "a": 2
# expect:   }
# expect: ] [1, 2] {"1": 4, "null": 3, "1.5": 5} [1,2] Infinity [] "\u2028\u0000"
# expect: {'a': [1, 2.0, 1000.0, None, True, 'é\n']} 5 [] b True 1.1 ['a'] [('a', 1), ('a', 2)] 12345678901234567890
# expect: '' Expecting value 1 1 0
# expect: '{' Expecting property name enclosed in double quotes 1 2 1
# expect: '[1,]' Illegal trailing comma before end of array 1 3 2
# expect: '{"a":}' Expecting value 1 6 5
# expect: '{a: 1}' Expecting property name enclosed in double quotes 1 2 1
# expect: '"abc' Unterminated string starting at 1 1 0
# expect: 'nul' Expecting value 1 1 0
# expect: '[1 2]' Expecting ',' delimiter 1 4 3
# expect: '1 2' Extra data 1 3 2
# expect: '"\\x"' Invalid \escape 1 2 1
# expect: '"\t"' Invalid control character at 1 2 1
# expect: '{"a" 1}' Expecting ':' delimiter 1 6 5
# expect: '[' Expecting value 1 2 1
# expect: '{"a":1,}' Illegal trailing comma before end of object 1 7 6
# expect: TypeError Object of type set is not JSON serializable
# expect: TypeError Object of type type is not JSON serializable
# expect: TypeError Object of type complex is not JSON serializable
# expect: TypeError Object of type bytes is not JSON serializable
# expect: TypeError keys must be str, int, float, bool or None, not tuple
# expect: ValueError Out of range float values are not JSON compliant: nan
# expect: [1, 2] {"a": 1}
# expect: Circular reference detected
# expect: ["<object>", "<set>"]
