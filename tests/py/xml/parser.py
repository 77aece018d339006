# The parser, the builder and events.
import collections
import io
import xml.etree.ElementTree as ET


def raised(function, *args):
    try:
        print("returned", function(*args))
    except ET.ParseError as e:
        print("ParseError", e, getattr(e, "code", None), getattr(e, "position", None))
    except BaseException as e:
        print(type(e).__name__, e)


def show(e, depth=0):
    print(" " * depth, e.tag if isinstance(e.tag, str) else e.tag.__name__, e.attrib, repr(e.text), repr(e.tail))
    for child in e:
        show(child, depth + 1)


TEXT = """<?xml version='1.0'?><!DOCTYPE a SYSTEM 'x.dtd'>
<a xmlns='urn:d' xmlns:p='urn:p' p:at='1' plain='&lt;2'>
  one &amp; two <!-- not here --> three
  <p:b>\xe9\u0416\U0001f600</p:b> tail <?pi data?> more<c/><![CDATA[<cdata>]]>
</a>"""
show(ET.fromstring(TEXT))
show(ET.fromstring(TEXT.encode()))
show(ET.parse(io.StringIO(TEXT)).getroot())
show(ET.parse(io.BytesIO(TEXT.replace("1.0'", "1.0' encoding='utf-16'").encode("utf-16"))).getroot())
show(ET.XML("<?xml version='1.0' encoding='koi8-r'?><a>\u0416</a>".encode("koi8-r")))

parser = ET.XMLParser(target=ET.TreeBuilder(insert_comments=True, insert_pis=True))
parser.feed(TEXT)
show(parser.close())

for text in ("", "<a>", "<a></b>", "<a/><b/>", "<a>&x;</a>", "<a", b"\xff", "<a b='1' b='2'/>", "<p:a/>"):
    raised(ET.XML, text)
p = ET.XMLParser()
p.entity["x"] = "ENTITY"
p.feed("<!DOCTYPE a SYSTEM 'y'><a>1&x;2</a>")
print(ET.tostring(p.close()))
raised(ET.XMLParser().feed, 3)
raised(ET.XMLParser.__new__(ET.XMLParser).feed, b"")
raised(lambda: ET.XMLParser(encoding=3))
raised(lambda: ET.XMLParser(encoding="x\0"))
raised(lambda: ET.XMLParser(target=3)._setevents([], None))
raised(ET.XMLParser()._setevents, 3, None)
raised(ET.XMLParser()._setevents, [], ["x"])
raised(ET.XMLParser()._setevents, [], 3)


class Target:
    def __init__(self):
        self.seen = []

    def __getattr__(self, name):
        if name not in ("start", "end", "data", "comment", "pi", "start_ns", "end_ns", "doctype", "close"):
            raise AttributeError(name)
        if name == "close":
            return lambda: self.seen
        return lambda *args: self.seen.append((name, *args))


for line in ET.XML(TEXT, ET.XMLParser(target=Target())):
    print(line)


class Raises(ET.TreeBuilder):
    def end(self, tag):
        raise KeyError(tag)


raised(ET.XML, "<a><b/></a>", ET.XMLParser(target=Raises()))


class Factory(list):
    def __init__(self, tag, attrib):
        self.tag, self.attrib, self.text, self.tail = tag, attrib, None, None


root = ET.XML("<a x='1'>t<b>u</b>v<c/>w</a>", ET.XMLParser(target=ET.TreeBuilder(Factory)))
print(type(root).__name__, root.tag, root.attrib, root.text, [(k.tag, k.text, k.tail) for k in root])

pull = ET.XMLPullParser(["start", "end", "start-ns", "end-ns", "comment", "pi"])
for i in range(0, len(TEXT), 40):
    pull.feed(TEXT[i:i + 40])
    for event, e in pull.read_events():
        print(event, e if not ET.iselement(e) else e.tag if isinstance(e.tag, str) else (e.tag.__name__, e.text))
pull.close()
print([(event, e.tag) for event, e in ET.iterparse(io.StringIO("<a><b/><c><d/></c></a>"))])
queue = collections.deque()
p = ET.XMLParser()
p._setevents(queue, {"end"})
p.feed("<a>1<b>2</b>3</a>")
print([(event, e.tag, e.text, e.tail) for event, e in queue])

b = ET.TreeBuilder()
b.data("ignored")
b.start("a", {})
for piece in ("1", "2", "3"):
    b.data(piece)
b.start("b", {"k": "v"})
b.end("b")
b.data("4")
b.comment("c")
b.data("5")
print(b.pi("t").text, b.end("a").tag, ET.tostring(b.close()))
raised(b.start, "again", {})

# expect:  {urn:d}a {'{urn:p}at': '1', 'plain': '<2'} '\n  one & two  three\n  ' None
# expect:   {urn:p}b {} 'éЖ😀' ' tail  more'
# expect:   {urn:d}c {} None '<cdata>\n'
# expect:  {urn:d}a {'{urn:p}at': '1', 'plain': '<2'} '\n  one & two  three\n  ' None
# expect:   {urn:p}b {} 'éЖ😀' ' tail  more'
# expect:   {urn:d}c {} None '<cdata>\n'
# expect:  {urn:d}a {'{urn:p}at': '1', 'plain': '<2'} '\n  one & two  three\n  ' None
# expect:   {urn:p}b {} 'éЖ😀' ' tail  more'
# expect:   {urn:d}c {} None '<cdata>\n'
# expect:  {urn:d}a {'{urn:p}at': '1', 'plain': '<2'} '\n  one & two  three\n  ' None
# expect:   {urn:p}b {} 'éЖ😀' ' tail  more'
# expect:   {urn:d}c {} None '<cdata>\n'
# expect:  a {} 'Ж' None
# expect:  {urn:d}a {'{urn:p}at': '1', 'plain': '<2'} '\n  one & two ' None
# expect:   Comment {} ' not here ' ' three\n  '
# expect:   {urn:p}b {} 'éЖ😀' ' tail '
# expect:   ProcessingInstruction {} 'pi data' ' more'
# expect:   {urn:d}c {} None '<cdata>\n'
# expect: ParseError no element found: line 1, column 0 3 (1, 0)
# expect: ParseError no element found: line 1, column 3 3 (1, 3)
# expect: ParseError mismatched tag: line 1, column 5 7 (1, 5)
# expect: ParseError junk after document element: line 1, column 4 9 (1, 4)
# expect: ParseError undefined entity: line 1, column 3 11 (1, 3)
# expect: ParseError unclosed token: line 1, column 0 5 (1, 0)
# expect: ParseError unclosed token: line 1, column 0 5 (1, 0)
# expect: ParseError duplicate attribute: line 1, column 9 8 (1, 9)
# expect: ParseError unbound prefix: line 1, column 0 27 (1, 0)
# expect: b'<a>1ENTITY2</a>'
# expect: TypeError a bytes-like object is required, not 'int'
# expect: ValueError XMLParser.__init__() wasn't called
# expect: TypeError XMLParser() argument 'encoding' must be str or None, not int
# expect: ValueError embedded null character
# expect: TypeError event handling only supported for ElementTree.TreeBuilder targets
# expect: AttributeError 'int' object has no attribute 'append'
# expect: ValueError unknown event 'x'
# expect: TypeError events must be a sequence
# expect: ('doctype', 'a', None, 'x.dtd')
# expect: ('start_ns', '', 'urn:d')
# expect: ('start_ns', 'p', 'urn:p')
# expect: ('start', '{urn:d}a', {'{urn:p}at': '1', 'plain': '<2'})
# expect: ('data', '\n')
# expect: ('data', '  one ')
# expect: ('data', '&')
# expect: ('data', ' two ')
# expect: ('comment', ' not here ')
# expect: ('data', ' three')
# expect: ('data', '\n')
# expect: ('data', '  ')
# expect: ('start', '{urn:p}b', {})
# expect: ('data', 'éЖ😀')
# expect: ('end', '{urn:p}b')
# expect: ('data', ' tail ')
# expect: ('pi', 'pi', 'data')
# expect: ('data', ' more')
# expect: ('start', '{urn:d}c', {})
# expect: ('end', '{urn:d}c')
# expect: ('data', '<cdata>')
# expect: ('data', '\n')
# expect: ('end', '{urn:d}a')
# expect: ('end_ns', 'p')
# expect: ('end_ns', '')
# expect: KeyError 'b'
# expect: Factory a {'x': '1'} t [('b', 'u', 'v'), ('c', None, 'w')]
# expect: start-ns ('', 'urn:d')
# expect: start-ns ('p', 'urn:p')
# expect: start {urn:d}a
# expect: comment ('Comment', ' not here ')
# expect: start {urn:p}b
# expect: end {urn:p}b
# expect: pi ('ProcessingInstruction', 'pi data')
# expect: start {urn:d}c
# expect: end {urn:d}c
# expect: end {urn:d}a
# expect: end-ns None
# expect: end-ns None
# expect: [('end', 'b'), ('end', 'd'), ('end', 'c'), ('end', 'a')]
# expect: [('end', 'b', '2', '3'), ('end', 'a', '1', None)]
# expect: t a b'<a>123<b k="v" />45</a>'
# expect: ParseError multiple elements on top level None None
