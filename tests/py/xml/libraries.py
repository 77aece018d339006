# The modules that stand on the parser.
import io
import plistlib
import xml.etree.ElementTree as ET
import xml.sax
import xmlrpc.client
from xml.dom import minidom

root = ET.fromstring("<r a='1'><x>h\u00e9</x>tail<y z='2'/><!-- no --></r>")
print([(e.tag, e.attrib, e.text, e.tail) for e in root.iter()])
print(ET.tostring(root), root.find("y").get("z"), [e.tag for e in root.findall("*")])
parser = ET.XMLPullParser(["start", "end"])
for piece in ("<r><a>", "t</a>", "</r>"):
    parser.feed(piece)
    print([(event, e.tag) for event, e in parser.read_events()])
try:
    ET.fromstring("<a><b></a>")
except ET.ParseError as e:
    print(e, e.code, e.position)
print(ET.canonicalize("<b y='1' x='2'/>"))

document = minidom.parseString("<a x='1'><b>h</b>t</a>")
print(document.toxml(), document.documentElement.getAttribute("x"))
print(document.toprettyxml(indent=" "), end="")

class Handler(xml.sax.ContentHandler):
    def startElement(self, name, attributes):
        print("start", name, dict(attributes))
    def characters(self, text):
        print("text", text)
xml.sax.parse(io.BytesIO(b"<a b='1'>t<c/></a>"), Handler())

print(plistlib.loads(plistlib.dumps({"a": 1, "b": [1.5, b"x", True], "c": {"d": "e"}})))
print(xmlrpc.client.loads(xmlrpc.client.dumps((1, "x", [2.5], {"k": None}), "m", allow_none=True)))

# expect: [('r', {'a': '1'}, None, None), ('x', {}, 'hé', 'tail'), ('y', {'z': '2'}, None, None)]
# expect: b'<r a="1"><x>h&#233;</x>tail<y z="2" /></r>' 2 ['x', 'y']
# expect: [('start', 'r'), ('start', 'a')]
# expect: [('end', 'a')]
# expect: [('end', 'r')]
# expect: mismatched tag: line 1, column 8 7 (1, 8)
# expect: <b x="2" y="1"></b>
# expect: <?xml version="1.0" ?><a x="1"><b>h</b>t</a> 1
# expect: <?xml version="1.0" ?>
# expect: <a x="1">
# expect:  <b>h</b>
# expect:  t
# expect: </a>
# expect: start a {'b': '1'}
# expect: text t
# expect: start c {}
# expect: {'a': 1, 'b': [1.5, b'x', True], 'c': {'d': 'e'}}
# expect: ((1, 'x', [2.5], {'k': None}), 'm')
