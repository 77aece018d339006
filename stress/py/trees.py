"""Trees of XML elements that several threads build, walk, change and copy at once, and parsers, builders and iterators they share."""
import collections
import copy
import xml.etree.ElementTree as ET

from torture import check, run

TEXT = "<a k='v'>1" + "<b i='2'>text<c/>tail</b>" * 20 + "</a>"


def make():
    root = ET.XML(TEXT)
    shared = {"iter": root.iter(), "text": root.itertext(), "parser": None, "builder": None, "pull": None}

    def parser():
        shared["parser"] = p = ET.XMLParser()
        p.feed("<a>")

    def builder():
        shared["builder"] = b = ET.TreeBuilder(insert_comments=True)
        b.start("a", {})

    def pull():
        shared["pull"] = p = ET.XMLPullParser(("start", "end", "start-ns"))
        p.feed("<a>")

    parser(), builder(), pull()

    def add(rng):
        if len(root) < 100:
            ET.SubElement(root, "b", i=str(rng.randrange(9))).text = "t"
            root.insert(rng.randrange(20), ET.Element("c"))

    def drop(rng):
        if rng.randrange(2):
            del root[rng.randrange(20)]
        else:
            root[2:5] = [ET.Element("x")] * 2

    def change(rng):
        e = root[rng.randrange(20)]
        e.text, e.tail, e.tag = str(rng.randrange(9)), None, "bc"[rng.randrange(2)]
        e.set("i", "3")
        if rng.randrange(4) == 0:
            e.attrib = {}
        if rng.randrange(8) == 0:
            e.clear()

    def look(rng):
        e = root[rng.randrange(20)]
        check(type(e) is ET.Element)
        e.get("i"), e.keys(), e.items(), len(e), repr(e), root.find("b"), root.findtext("c"), root.findall("b")
        root.findall(".//c"), ET.tostring(root)

    def walk(rng):
        for e in root.iter(("b", None)[rng.randrange(2)]):
            check(type(e) is ET.Element)
        for t in root.itertext():
            check(type(t) is str)

    def walk_together(rng):
        which = ("iter", "text")[rng.randrange(2)]
        try:
            next(shared[which])
        except StopIteration:
            shared[which] = root.iter() if which == "iter" else root.itertext()

    def copies(rng):
        (copy.copy, copy.deepcopy)[rng.randrange(2)](root[rng.randrange(20)])
        root.__getstate__()
        if rng.randrange(9) == 0:
            root.__setstate__(copy.copy(root).__getstate__())

    def parse(rng):
        shared["parser"].feed(("<b>x</b>", "<c k='1'/>text", "<!--c-->")[rng.randrange(3)])
        if rng.randrange(50) == 0:
            old = shared["parser"]
            parser()
            old.close()

    def pulls(rng):
        p = shared["pull"]
        p.feed("<b xmlns:n='u'>x</b>")
        for event, e in p.read_events():
            check(event in ("start", "end", "start-ns"))
        if rng.randrange(50) == 0:
            pull()

    def build(rng):
        b = shared["builder"]
        what = rng.randrange(6)
        if what < 2:
            b.start("x", {"a": "b"})
        elif what == 2:
            b.end("x")
        elif what == 3:
            b.comment("c")
        else:
            b.data("text")
        if rng.randrange(100) == 0:
            builder()
            b.close()

    return [add, drop, change, look, walk, walk_together, copies, parse, parse, pulls, build, build]


run(make, (IndexError, ValueError, ET.ParseError, RuntimeError, KeyError))
