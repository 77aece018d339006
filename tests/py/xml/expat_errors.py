# Errors: of the document, of handlers, of arguments.
import io
from xml.parsers import expat

def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)

for document in (b"<a><b></a>", b"", b"<a>", b"\xff\xfe", b"<a>&nope;</a>", b"<a b='1' b='2'/>", b"<a/><b/>", b"<x:a/>"):
    p = expat.ParserCreate(namespace_separator=" ")
    try:
        p.Parse(document, True)
    except expat.ExpatError as e:
        print(e, e.code, e.lineno, e.offset, expat.errors.messages[e.code] == expat.ErrorString(e.code), p.ErrorCode == e.code)
print(expat.error is expat.ExpatError, expat.errors.XML_ERROR_SYNTAX, expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS])
print(expat.model.XML_CTYPE_SEQ, expat.model.XML_CQUANT_PLUS, expat.native_encoding)

# A handler that raises ends the telling.
p = expat.ParserCreate()
seen = []
def start(name, attributes):
    seen.append(name)
    if name == "b":
        raise KeyError(name)
p.StartElementHandler = start
p.EndElementHandler = seen.append
attempt(lambda: p.Parse(b"<a><b/><c/></a>", True))
print(seen, p.StartElementHandler, p.EndElementHandler)

p = expat.ParserCreate()
attempt(lambda: expat.ParserCreate(namespace_separator="ab"))
attempt(lambda: expat.ParserCreate(intern=3))
attempt(lambda: expat.ParserCreate(1))
attempt(lambda: expat.ParserCreate(None, 1))
attempt(lambda: p.Parse(3))
attempt(lambda: setattr(p, "buffer_size", "x"))
attempt(lambda: setattr(p, "buffer_size", -1))
attempt(lambda: setattr(p, "buffer_size", 1 << 40))
attempt(lambda: delattr(p, "buffer_size"))
attempt(lambda: delattr(p, "StartElementHandler"))
attempt(lambda: setattr(p, "ErrorCode", 1))
attempt(lambda: setattr(p, "intern", {}))
attempt(lambda: p.ParseFile(3))
attempt(lambda: p.SetBase(3))
attempt(lambda: p.ExternalEntityParserCreate(3))
attempt(lambda: p.ExternalEntityParserCreate("a", 3))
attempt(lambda: expat.ErrorString(333))
attempt(lambda: type(p)())

class Reader:
    def __init__(self, *pieces):
        self.pieces = list(pieces)
    def read(self, n):
        return self.pieces.pop(0)
attempt(lambda: expat.ParserCreate().ParseFile(Reader(3)))
attempt(lambda: expat.ParserCreate().ParseFile(Reader(b"a" * 5000)))
attempt(lambda: expat.ParserCreate().ParseFile(Reader(b"<a", bytearray(b"/>"), b"")))
attempt(lambda: expat.ParserCreate().ParseFile(io.BytesIO(b"<a>")))
attempt(lambda: expat.ParserCreate("nonono").Parse(b"<a/>", True))

# Text in one piece, in pieces, and the buffer changed while it holds some.
def pieces(change=None, **attributes):
    got = []
    p = expat.ParserCreate("koi8-r")
    for name, value in attributes.items():
        setattr(p, name, value)
    p.CharacterDataHandler = got.append
    if change:
        p.StartElementHandler = lambda *a: change(p)
    p.Parse(b"<a>12\n34\xc1<b/>\n5678</a>", True)
    return got
print(pieces())
print(pieces(buffer_text=True))
print(pieces(buffer_text=True, buffer_size=4))
print(pieces(lambda p: setattr(p, "buffer_text", False), buffer_text=True))
print(pieces(lambda p: setattr(p, "CharacterDataHandler", None), buffer_text=True))

# expect: mismatched tag: line 1, column 8 7 1 8 True True
# expect: no element found: line 1, column 0 3 1 0 True True
# expect: no element found: line 1, column 3 3 1 3 True True
# expect: no element found: line 1, column 1 3 1 1 True True
# expect: undefined entity: line 1, column 3 11 1 3 True True
# expect: duplicate attribute: line 1, column 9 8 1 9 True True
# expect: junk after document element: line 1, column 4 9 1 4 True True
# expect: unbound prefix: line 1, column 0 27 1 0 True True
# expect: True syntax error 3
# expect: 6 3 UTF-8
# expect: KeyError: 'b'
# expect: ['a', 'b'] None None
# expect: ValueError: namespace_separator must be at most one character, omitted, or None
# expect: TypeError: intern must be a dictionary
# expect: TypeError: ParserCreate() argument 'encoding' must be str or None, not int
# expect: TypeError: ParserCreate() argument 'namespace_separator' must be str or None, not int
# expect: TypeError: a bytes-like object is required, not 'int'
# expect: TypeError: buffer_size must be an integer
# expect: ValueError: buffer_size must be greater than zero
# expect: ValueError: buffer_size must not be greater than 2147483647
# expect: RuntimeError: Cannot delete attribute
# expect: RuntimeError: Cannot delete attribute
# expect: AttributeError: attribute 'ErrorCode' of 'pyexpat.xmlparser' objects is not writable
# expect: AttributeError: readonly attribute
# expect: TypeError: argument must have 'read' attribute
# expect: TypeError: SetBase() argument must be str, not int
# expect: TypeError: ExternalEntityParserCreate() argument 1 must be str or None, not int
# expect: TypeError: ExternalEntityParserCreate() argument 2 must be str, not int
# expect: None
# expect: TypeError: cannot create 'pyexpat.xmlparser' instances
# expect: TypeError: read() did not return a bytes object (type=int)
# expect: ValueError: read() returned too much data: 2048 bytes requested, 5000 returned
# expect: 1
# expect: ExpatError: no element found: line 1, column 3
# expect: LookupError: unknown encoding: nonono
# expect: ['12', '\n', '34а', '\n', '5678']
# expect: ['12\n34а\n5678']
# expect: ['12\n', '34а', '\n', '5678']
# expect: ['12', '\n', '34а', '\n', '5678']
# expect: []
