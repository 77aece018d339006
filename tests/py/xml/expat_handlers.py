# All handlers of a parser, what they get, and in what order.
from xml.parsers import expat

DOCUMENT = b'''<?xml version="1.0" encoding="iso-8859-1" standalone="no"?>
<?target rest of it?>
<!DOCTYPE quotations SYSTEM "quotations.dtd" [
<!ELEMENT root (one, (two|three)*, four?)>
<!ELEMENT two (#PCDATA|one)*>
<!ATTLIST root attr1 CDATA #REQUIRED attr2 CDATA "fallback">
<!NOTATION notation SYSTEM "notation.jpeg">
<!ENTITY acirc "&#226;">
<!ENTITY external_entity SYSTEM "entity.file">
<!ENTITY unparsed_entity SYSTEM "entity.file" NDATA notation>
%unparsed_entity;
]>
<root attr1="value1" attr2="value2&#8000;" xmlns="http://x.example/" xmlns:m="http://m.example/">
<!-- a comment -->
<m:sub m:a="1" b="2"/>text &amp; more\xe9<![CDATA[<raw>]]>&external_entity;&skipped_entity;\xb5
</root>
'''
NAMES = ("StartElement EndElement ProcessingInstruction CharacterData UnparsedEntityDecl NotationDecl StartNamespaceDecl "
         "EndNamespaceDecl Comment StartCdataSection EndCdataSection NotStandalone StartDoctypeDecl EndDoctypeDecl EntityDecl "
         "XmlDecl ElementDecl AttlistDecl SkippedEntity").split()

def watch(parser, names=NAMES):
    for name in names:
        def handler(*args, name=name):
            print(name, *map(ascii, args))
            return 1
        setattr(parser, name + "Handler", handler)

p = expat.ParserCreate(namespace_separator="!")
watch(p)
def external(context, base, system, public):
    print("ExternalEntityRef", context is None, base, system, public)
    child = p.ExternalEntityParserCreate(context)
    print("child", child.Parse(b"<inner/>" if context else b"<!ENTITY late 'x'>", True), child.ordered_attributes)
    return 1
p.ExternalEntityRefHandler = external
p.SetBase("http://base.example/")
p.buffer_text = True
p.ordered_attributes = True
print(p.UseForeignDTD(True))
print(p.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE))
print(p.Parse(DOCUMENT, True), p.GetBase())

print("-- default handlers")
for which in ("DefaultHandler", "DefaultHandlerExpand"):
    p = expat.ParserCreate()
    setattr(p, which, lambda s: print(which, repr(s)))
    p.Parse(b'<!DOCTYPE a [<!ENTITY e "E">]><a b="1">&e;</a>', True)

print("-- context and positions")
p = expat.ParserCreate(intern=None)
p.StartElementHandler = lambda *a: print(a, p.GetInputContext(), p.CurrentLineNumber, p.CurrentColumnNumber, p.CurrentByteIndex)
p.namespace_prefixes = 1
p.Parse("<a>\n <b c='1'/></a>", True)
print(p.GetInputContext(), p.intern, p.namespace_prefixes, p.ErrorCode, p.ErrorLineNumber, p.ErrorColumnNumber, p.ErrorByteIndex)

# expect: None
# expect: 1
# expect: XmlDecl '1.0' 'iso-8859-1' 0
# expect: ProcessingInstruction 'target' 'rest of it'
# expect: StartDoctypeDecl 'quotations' 'quotations.dtd' None 1
# expect: ElementDecl 'root' (6, 0, None, ((4, 0, 'one', ()), (5, 2, None, ((4, 0, 'two', ()), (4, 0, 'three', ()))), (4, 1, 'four', ())))
# expect: ElementDecl 'two' (3, 2, None, ((4, 0, 'one', ()),))
# expect: AttlistDecl 'root' 'attr1' 'CDATA' None 1
# expect: AttlistDecl 'root' 'attr2' 'CDATA' 'fallback' 0
# expect: NotationDecl 'notation' 'http://base.example/' 'notation.jpeg' None
# expect: EntityDecl 'acirc' 0 '\xe2' 'http://base.example/' None None None
# expect: EntityDecl 'external_entity' 0 None 'http://base.example/' 'entity.file' None None
# expect: UnparsedEntityDecl 'unparsed_entity' 'http://base.example/' 'entity.file' None 'notation'
# expect: SkippedEntity 'unparsed_entity' 1
# expect: ExternalEntityRef True http://base.example/ quotations.dtd None
# expect: child 1 True
# expect: NotStandalone
# expect: EndDoctypeDecl
# expect: StartNamespaceDecl None 'http://x.example/'
# expect: StartNamespaceDecl 'm' 'http://m.example/'
# expect: StartElement 'http://x.example/!root' ['attr1', 'value1', 'attr2', 'value2\u1f40']
# expect: CharacterData '\n'
# expect: Comment ' a comment '
# expect: CharacterData '\n'
# expect: StartElement 'http://m.example/!sub' ['http://m.example/!a', '1', 'b', '2']
# expect: EndElement 'http://m.example/!sub'
# expect: CharacterData 'text & more\xe9'
# expect: StartCdataSection
# expect: CharacterData '<raw>'
# expect: EndCdataSection
# expect: ExternalEntityRef False http://base.example/ entity.file None
# expect: StartElement 'http://x.example/!inner' []
# expect: EndElement 'http://x.example/!inner'
# expect: child 1 True
# expect: SkippedEntity 'skipped_entity' 0
# expect: CharacterData '\xb5\n'
# expect: EndElement 'http://x.example/!root'
# expect: EndNamespaceDecl 'm'
# expect: EndNamespaceDecl None
# expect: 1 http://base.example/
# expect: -- default handlers
# expect: DefaultHandler '<!DOCTYPE'
# expect: DefaultHandler ' '
# expect: DefaultHandler 'a'
# expect: DefaultHandler ' '
# expect: DefaultHandler '['
# expect: DefaultHandler '<!ENTITY'
# expect: DefaultHandler ' '
# expect: DefaultHandler 'e'
# expect: DefaultHandler ' '
# expect: DefaultHandler '"E"'
# expect: DefaultHandler '>'
# expect: DefaultHandler ']'
# expect: DefaultHandler '>'
# expect: DefaultHandler '<a b="1">'
# expect: DefaultHandler '&e;'
# expect: DefaultHandler '</a>'
# expect: DefaultHandlerExpand '<!DOCTYPE'
# expect: DefaultHandlerExpand ' '
# expect: DefaultHandlerExpand 'a'
# expect: DefaultHandlerExpand ' '
# expect: DefaultHandlerExpand '['
# expect: DefaultHandlerExpand '<!ENTITY'
# expect: DefaultHandlerExpand ' '
# expect: DefaultHandlerExpand 'e'
# expect: DefaultHandlerExpand ' '
# expect: DefaultHandlerExpand '"E"'
# expect: DefaultHandlerExpand '>'
# expect: DefaultHandlerExpand ']'
# expect: DefaultHandlerExpand '>'
# expect: DefaultHandlerExpand '<a b="1">'
# expect: DefaultHandlerExpand 'E'
# expect: DefaultHandlerExpand '</a>'
# expect: -- context and positions
# expect: ('a', {}) b"<a>\n <b c='1'/></a>" 1 0 0
# expect: ('b', {'c': '1'}) b"<b c='1'/></a>" 2 1 5
# expect: None None True 0 2 15 19
