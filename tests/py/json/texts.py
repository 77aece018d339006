# JSON texts, good and bad, and what is written for values.
import json
import _json


def t(f, *args, **kw):
    try:
        return ascii(f(*args, **kw))
    except RecursionError:
        return "RecursionError"
    except Exception as e:
        return type(e).__name__ + " " + ascii(str(e))


TEXTS = """
[]
{}
[
{
[1
[1,
[1,]
[1 2]
{"a"
{"a":
{"a":1
{"a":1,
{"a":1,}
{"a" 1}
{a:1}
{1:2}
"a
"a\\
"\\x"
"\\u12"
"\\u12x4"
"\\ud83d\\ude00"
"\\ud83d\\u00e9"
"\\ud83d\\u00zz"
"\\ud83d"
"\\"\\\\\\/\\b\\f\\n\\r\\t"
"tab	"
01
-
-x
1.
1.5e
1.5e+3
-0
-0.0
1E400
123456789012345678
1234567890123456789
-12345678901234567890123
nul
null null
NaN
-Infinity
[Infinity, -0, true, false]
{"k": {"k": [{"k": "k"}]}, "k": 1}
 [ 1 , { "a" : [ ] } ] 
""".strip("\n").split("\n")
for text in TEXTS:
    print(text, "=>", t(json.loads, text))
print(t(json.loads, '"tab\t"', strict=False))
print(t(json.loads, '{"a": [1, 2.5, NaN], "b": {}}', object_pairs_hook=tuple, parse_int=str, parse_float=str, parse_constant=str))
print(t(json.loads, '{"a": {"b": 1}}', object_hook=lambda d: sorted(d)))
print(t(json.loads, "[" * 100000), t(json.loads, '{"a":' * 100000))


class I(int):
    def __repr__(self):
        return "I"


class F(float):
    def __repr__(self):
        return "F"


VALUES = [
    None, True, 1.5, -0.0, 1e300, 2**62, -(10**30), "", "a\"\\\n\x00\x7f\xe9\u20ac\U0001f600\ud800", [], (), {}, [1, [2, (3,)]],
    {"b": 1, "a": [None], 1: 2, 2.5: 3, True: 4, None: 5}, {(1,): 2}, {b"k": 1}, b"x", 1j, float("nan"), [float("-inf")],
    [I(5), F(1.5)], {I(5): 1, F(1.5): 2},
]
for v in VALUES:
    print(ascii(v)[:60], "=>", t(json.dumps, v))
print(t(json.dumps, VALUES[8], ensure_ascii=False))
print(t(json.dumps, {"b": 1, "a": 2}, sort_keys=True, separators=(",", ":")))
print(t(json.dumps, {"b": 1, 1: 2}, sort_keys=True))
print(t(json.dumps, {"b": 1, (1,): 2}, skipkeys=True))
print(t(json.dumps, [1.0, float("nan")], allow_nan=False))
print(t(json.dumps, [1j, {"x": 2j}], default=lambda o: [str(o)]))
print(t(json.dumps, 1j, default=lambda o: o))
print(t(json.dumps, {"a": [1, {}]}, indent=2))
x = []
x.append(x)
print(t(json.dumps, x), t(json.dumps, x, check_circular=False))

for text in """_json.scanstring('abc"', 0) | _json.scanstring('abc', 0) | _json.scanstring('abc', 9) | _json.scanstring('abc', -1)
_json.scanstring(5, 1) | _json.encode_basestring(5) | _json.encode_basestring('\\x7f\\xe9"') | _json.encode_basestring_ascii('\\x7f\\xe9"')
_json.make_scanner(5) | _json.make_scanner(json.JSONDecoder())(5, 0) | _json.make_scanner(json.JSONDecoder())('5', -1)
_json.make_scanner(json.JSONDecoder())('[5] ', 0) | _json.make_scanner(json.JSONDecoder())('5', 3)
_json.make_encoder(1, 2, 3, None, '5', '6', 7, 8, 9)
_json.make_encoder(None, None, _json.encode_basestring, None, ': ', ', ', False, False, True)([1, 'a'], 0)
_json.make_encoder({}, None, _json.encode_basestring, '  ', ': ', ',', True, False, True)({'b': [1, [], {}, [2]], 'a': {1: None}}, 1)
_json.make_encoder(None, None, lambda s: 5, None, ': ', ', ', False, False, True)('a', 0)""".replace("\n", " | ").split(" | "):
    print(text, "=>", t(eval, text))

# expect: [] => []
# expect: {} => {}
# expect: [ => JSONDecodeError 'Expecting value: line 1 column 2 (char 1)'
# expect: { => JSONDecodeError 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'
# expect: [1 => JSONDecodeError "Expecting ',' delimiter: line 1 column 3 (char 2)"
# expect: [1, => JSONDecodeError 'Expecting value: line 1 column 4 (char 3)'
# expect: [1,] => JSONDecodeError 'Illegal trailing comma before end of array: line 1 column 3 (char 2)'
# expect: [1 2] => JSONDecodeError "Expecting ',' delimiter: line 1 column 4 (char 3)"
# expect: {"a" => JSONDecodeError "Expecting ':' delimiter: line 1 column 5 (char 4)"
# expect: {"a": => JSONDecodeError 'Expecting value: line 1 column 6 (char 5)'
# expect: {"a":1 => JSONDecodeError "Expecting ',' delimiter: line 1 column 7 (char 6)"
# expect: {"a":1, => JSONDecodeError 'Expecting property name enclosed in double quotes: line 1 column 8 (char 7)'
# expect: {"a":1,} => JSONDecodeError 'Illegal trailing comma before end of object: line 1 column 7 (char 6)'
# expect: {"a" 1} => JSONDecodeError "Expecting ':' delimiter: line 1 column 6 (char 5)"
# expect: {a:1} => JSONDecodeError 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'
# expect: {1:2} => JSONDecodeError 'Expecting property name enclosed in double quotes: line 1 column 2 (char 1)'
# expect: "a => JSONDecodeError 'Unterminated string starting at: line 1 column 1 (char 0)'
# expect: "a\ => JSONDecodeError 'Unterminated string starting at: line 1 column 1 (char 0)'
# expect: "\x" => JSONDecodeError 'Invalid \\escape: line 1 column 2 (char 1)'
# expect: "\u12" => JSONDecodeError 'Invalid \\uXXXX escape: line 1 column 3 (char 2)'
# expect: "\u12x4" => JSONDecodeError 'Invalid \\uXXXX escape: line 1 column 3 (char 2)'
# expect: "\ud83d\ude00" => '\U0001f600'
# expect: "\ud83d\u00e9" => '\ud83d\xe9'
# expect: "\ud83d\u00zz" => JSONDecodeError 'Invalid \\uXXXX escape: line 1 column 9 (char 8)'
# expect: "\ud83d" => '\ud83d'
# expect: "\"\\\/\b\f\n\r\t" => '"\\/\x08\x0c\n\r\t'
# expect: "tab	" => JSONDecodeError 'Invalid control character at: line 1 column 5 (char 4)'
# expect: 01 => JSONDecodeError 'Extra data: line 1 column 2 (char 1)'
# expect: - => JSONDecodeError 'Expecting value: line 1 column 1 (char 0)'
# expect: -x => JSONDecodeError 'Expecting value: line 1 column 1 (char 0)'
# expect: 1. => JSONDecodeError 'Extra data: line 1 column 2 (char 1)'
# expect: 1.5e => JSONDecodeError 'Extra data: line 1 column 4 (char 3)'
# expect: 1.5e+3 => 1500.0
# expect: -0 => 0
# expect: -0.0 => -0.0
# expect: 1E400 => inf
# expect: 123456789012345678 => 123456789012345678
# expect: 1234567890123456789 => 1234567890123456789
# expect: -12345678901234567890123 => -12345678901234567890123
# expect: nul => JSONDecodeError 'Expecting value: line 1 column 1 (char 0)'
# expect: null null => JSONDecodeError 'Extra data: line 1 column 6 (char 5)'
# expect: NaN => nan
# expect: -Infinity => -inf
# expect: [Infinity, -0, true, false] => [inf, 0, True, False]
# expect: {"k": {"k": [{"k": "k"}]}, "k": 1} => {'k': 1}
# expect:  [ 1 , { "a" : [ ] } ]  => [1, {'a': []}]
# expect: 'tab\t'
# expect: (('a', ['1', '2.5', 'NaN']), ('b', ()))
# expect: ['a']
# expect: RecursionError RecursionError
# expect: None => 'null'
# expect: True => 'true'
# expect: 1.5 => '1.5'
# expect: -0.0 => '-0.0'
# expect: 1e+300 => '1e+300'
# expect: 4611686018427387904 => '4611686018427387904'
# expect: -1000000000000000000000000000000 => '-1000000000000000000000000000000'
# expect: '' => '""'
# expect: 'a"\\\n\x00\x7f\xe9\u20ac\U0001f600\ud800' => '"a\\"\\\\\\n\\u0000\\u007f\\u00e9\\u20ac\\ud83d\\ude00\\ud800"'
# expect: [] => '[]'
# expect: () => '[]'
# expect: {} => '{}'
# expect: [1, [2, (3,)]] => '[1, [2, [3]]]'
# expect: {'b': 1, 'a': [None], 1: 4, 2.5: 3, None: 5} => '{"b": 1, "a": [null], "1": 4, "2.5": 3, "null": 5}'
# expect: {(1,): 2} => TypeError 'keys must be str, int, float, bool or None, not tuple'
# expect: {b'k': 1} => TypeError 'keys must be str, int, float, bool or None, not bytes'
# expect: b'x' => TypeError 'Object of type bytes is not JSON serializable'
# expect: 1j => TypeError 'Object of type complex is not JSON serializable'
# expect: nan => 'NaN'
# expect: [-inf] => '[-Infinity]'
# expect: [I, F] => '[5, 1.5]'
# expect: {I: 1, F: 2} => '{"5": 1, "1.5": 2}'
# expect: '"a\\"\\\\\\n\\u0000\x7f\xe9\u20ac\U0001f600\ud800"'
# expect: '{"a":2,"b":1}'
# expect: TypeError "'<' not supported between instances of 'int' and 'str'"
# expect: '{"b": 1}'
# expect: ValueError 'Out of range float values are not JSON compliant: nan'
# expect: '[["1j"], {"x": ["2j"]}]'
# expect: ValueError 'Circular reference detected'
# expect: '{\n  "a": [\n    1,\n    {}\n  ]\n}'
# expect: ValueError 'Circular reference detected' RecursionError
# expect: _json.scanstring('abc"', 0) => ('abc', 4)
# expect: _json.scanstring('abc', 0) => JSONDecodeError 'Unterminated string starting at: line 1 column 0 (char -1)'
# expect: _json.scanstring('abc', 9) => ValueError 'end is out of bounds'
# expect: _json.scanstring('abc', -1) => ValueError 'end is out of bounds'
# expect: _json.scanstring(5, 1) => TypeError 'first argument must be a string, not int'
# expect: _json.encode_basestring(5) => TypeError 'first argument must be a string, not int'
# expect: _json.encode_basestring('\x7f\xe9"') => '"\x7f\xe9\\""'
# expect: _json.encode_basestring_ascii('\x7f\xe9"') => '"\\u007f\\u00e9\\""'
# expect: _json.make_scanner(5) => AttributeError "'int' object has no attribute 'strict'"
# expect: _json.make_scanner(json.JSONDecoder())(5, 0) => TypeError 'first argument must be a string, not int'
# expect: _json.make_scanner(json.JSONDecoder())('5', -1) => ValueError 'idx cannot be negative'
# expect: _json.make_scanner(json.JSONDecoder())('[5] ', 0) => ([5], 3)
# expect: _json.make_scanner(json.JSONDecoder())('5', 3) => StopIteration '3'
# expect: _json.make_encoder(1, 2, 3, None, '5', '6', 7, 8, 9) => TypeError 'make_encoder() argument 1 must be dict or None, not int'
# expect: _json.make_encoder(None, None, _json.encode_basestring, None, ': ', ', ', False, False, True)([1, 'a'], 0) => ('[1, "a"]',)
# expect: _json.make_encoder({}, None, _json.encode_basestring, '  ', ': ', ',', True, False, True)({'b': [1, [], {}, [2]], 'a': {1: None}}, 1) => ('{\n    "a": {\n      "1": null\n    },\n    "b": [\n      1,\n      [],\n      {},\n      [\n        2\n      ]\n    ]\n  }',)
# expect: _json.make_encoder(None, None, lambda s: 5, None, ': ', ', ', False, False, True)('a', 0) => TypeError 'encoder() must return a string, not int'
