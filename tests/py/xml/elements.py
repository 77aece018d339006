# Elements as sequences, their attributes, searching, walking, copies, and what they refuse.
import copy
import gc
import pickle
import weakref
import xml.etree.ElementTree as ET
import _elementtree as C


def raised(function, *args):
    try:
        print("returned", function(*args))
    except BaseException as e:
        print(type(e).__name__, e)


print(ET.Element is C.Element, ET.Element.__module__, ET.XMLParser is C.XMLParser, ET.ParseError.__mro__[1].__name__)
e = ET.Element("root", {"a": "1"}, b="2")
print(e.tag, e.attrib, e.text, e.tail, len(e), repr(e)[:15])
e = ET.Element("root", attrib={"a": "1"}, b="2")
print(e.attrib, e.get("a"), e.get("z"), e.get("z", 5), e.keys(), e.items())
e.set("c", "3")
kids = [ET.SubElement(e, "k", n=str(i)) for i in range(5)]
print([k.get("n") for k in e], [k.get("n") for k in e[1:4]], e[-1].get("n"), e[::2] == kids[::2])
e.insert(0, ET.Element("first"))
e.insert(-1, ET.Element("almost"))
e.insert(100, ET.Element("last"))
print([k.tag for k in e])
del e[0], e[-1]
e[1:3] = [ET.Element("x"), ET.Element("y"), ET.Element("z")]
e[0] = ET.Element("zero")
e.remove(kids[-1])
e.extend((ET.Element("p"), ET.Element("q")))
print([k.tag for k in e])
for f, a in [(e.append, (3,)), (e.extend, (3,)), (e.extend, ([3],)), (e.__getitem__, (99,)), (e.__setitem__, (99, e)), (e.__setitem__, (0, 3)),
             (e.__getitem__, ("x",)), (e.__delitem__, (99,)), (e.remove, (kids[0],)), (e.insert, (0, 2)), (ET.Element, ("a", 3)),
             (ET.SubElement, (3, "a")), (ET.SubElement, (e, "a", 3)), (e.makeelement, ("a", 3)), (setattr, (e, "attrib", 3)),
             (delattr, (e, "tag")), (e.__setitem__, (slice(0, 1), 3)), (e.__setitem__, (slice(0, 1), [3])),
             (e.__setitem__, (slice(0, 2, 2), [])), (e.__deepcopy__, (3,)), (e.__setstate__, (3,)), (e.__setstate__, ({},)),
             (ET.Element, ()), (ET.Element, ("a", {}, 3)), (ET.TreeBuilder().close, ()), (ET.TreeBuilder().end, ("a",)),
             (ET.TreeBuilder().start, ("a", 3))]:
    raised(f, *a)

t = ET.XML("<a>1<b>2<c x='1'>3</c>4</b>5<c>6</c>7<d/></a>")
print([x.tag for x in t.iter()], [x.text for x in t.iter("c")], [x.tag for x in t.iter("*")], list(t.itertext()))
print(t.find("c").text, t.find("b/c").text, t.find("nope"), t.findtext("c"), t.findtext("d"), t.findtext("nope"), t.findtext("nope", "no"))
print([x.text for x in t.findall("c")], [x.text for x in t.findall(".//c")], [x.text for x in t.iterfind(".//c[@x]")], t.findall("{*}c")[0].text)
it = t.iter()
print(next(it).tag, next(it).tag)
t.clear()
print([x.tag for x in it], len(t), t.text, t.attrib)

t = ET.XML("<a k='v'>x<b>y</b>z</a>")
c, d, p = copy.copy(t), copy.deepcopy(t), pickle.loads(pickle.dumps(t))
print([ET.tostring(x) for x in (c, d, p)], c[0] is t[0], d[0] is t[0], c.attrib is t.attrib)
print(t.__getstate__()["attrib"], sorted(t.__getstate__()))


class Sub(ET.Element):
    pass


s = Sub("s")
s.other = s
s.append(s)
r = weakref.ref(s)
del s
gc.collect()
print(r())
e = ET.Element("loop")
e.tag = e
raised(repr, e)

# expect: True xml.etree.ElementTree True SyntaxError
# expect: root {'a': '1', 'b': '2'} None None 0 <Element 'root'
# expect: {'a': '1', 'b': '2'} 1 None 5 ['a', 'b'] [('a', '1'), ('b', '2')]
# expect: ['0', '1', '2', '3', '4'] ['1', '2', '3'] 4 True
# expect: ['first', 'k', 'k', 'k', 'k', 'almost', 'k', 'last']
# expect: ['zero', 'x', 'y', 'z', 'k', 'almost', 'p', 'q']
# expect: TypeError append() argument must be xml.etree.ElementTree.Element, not int
# expect: TypeError expected sequence, not "int"
# expect: TypeError expected an Element, not "int"
# expect: IndexError child index out of range
# expect: IndexError child assignment index out of range
# expect: TypeError expected an Element, not "int"
# expect: TypeError element indices must be integers
# expect: IndexError child assignment index out of range
# expect: ValueError list.remove(x): x not in list
# expect: TypeError insert() argument 2 must be xml.etree.ElementTree.Element, not int
# expect: TypeError Element() argument 2 must be dict, not int
# expect: TypeError SubElement() argument 1 must be xml.etree.ElementTree.Element, not int
# expect: TypeError SubElement() argument 3 must be dict, not int
# expect: TypeError makeelement() argument 2 must be dict, not int
# expect: TypeError attrib must be dict, not int
# expect: AttributeError can't delete element attribute
# expect: TypeError expected sequence, not "int"
# expect: TypeError expected an Element, not "int"
# expect: ValueError attempt to assign sequence of size 0 to extended slice of size 1
# expect: TypeError __deepcopy__() argument must be dict, not int
# expect: TypeError Don't know how to unpickle "3" as an Element
# expect: TypeError tag may not be NULL
# expect: TypeError Element() takes at least 1 argument (0 given)
# expect: TypeError Element() takes at most 2 arguments (3 given)
# expect: returned None
# expect: IndexError pop from empty stack
# expect: TypeError start() argument 2 must be dict, not int
# expect: ['a', 'b', 'c', 'c', 'd'] ['3', '6'] ['a', 'b', 'c', 'c', 'd'] ['1', '2', '3', '4', '5', '6', '7']
# expect: 6 3 None 6  None no
# expect: ['6'] ['3', '6'] ['3'] 6
# expect: a b
# expect: ['c'] 0 None {}
# expect: [b'<a k="v">x<b>y</b>z</a>', b'<a k="v">x<b>y</b>z</a>', b'<a k="v">x<b>y</b>z</a>'] True False True
# expect: {'k': 'v'} ['_children', 'attrib', 'tag', 'tail', 'text']
# expect: None
# expect: RuntimeError reentrant call inside xml.etree.ElementTree.Element.__repr__
