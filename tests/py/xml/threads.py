# One tree, one parser, one iterator and one builder, used by several threads at once.
import threading
import xml.etree.ElementTree as ET

N = 4
TEXT = "<a>" + "<b k='v'>text<c/>tail</b>" * 200 + "</a>"


def run(*functions):
    barrier = threading.Barrier(len(functions))

    def start(f):
        barrier.wait()
        f()

    threads = [threading.Thread(target=start, args=(f,)) for f in functions]
    for t in threads:
        t.start()
    for t in threads:
        t.join()


# Every thread a parser of its own.
roots = []
run(*[lambda: roots.append(ET.XML(TEXT)) for _ in range(N)])
print({ET.tostring(r) == ET.tostring(roots[0]) for r in roots})

# All append; each child is there once.
root = ET.Element("root")
run(*[lambda: [ET.SubElement(root, "k", a=str(i)) for i in range(500)] for _ in range(N)])
print(len(root), len(set(map(id, root))))


# Walking while others change.
def change():
    for i in range(300):
        root.append(ET.Element("new"))
        del root[0]
        root.set("a", str(i))
        root.text = str(i)
        root.find("new"), root.findall("k"), list(root.itertext()), len(list(root.iter("k")))


run(*[change] * N)
print(len(root), root.get("a"), root.text)

# One iterator: each element is given out at most once.
it, seen = roots[0].iter(), []


def take():
    while True:
        try:
            seen.append(next(it))
        except StopIteration:
            return
        except ValueError:
            pass


run(*[take] * N)
print(len(seen), len(set(map(id, seen))))

# One parser: the pieces are whole elements, in some order.
p = ET.XMLParser()
p.feed("<a>")
run(*[lambda: [p.feed("<b>x</b>") for _ in range(200)] for _ in range(N)])
p.feed("</a>")
print(len(p.close()))

# One builder: what comes of it is a mess, and no more.
b = ET.TreeBuilder()
b.start("root", {})


def mess():
    for _ in range(300):
        try:
            b.start("x", {})
            b.data("y")
            b.end("x")
        except (IndexError, ET.ParseError):
            pass


run(*[mess] * N)
print(ET.iselement(b.close()))

# expect: {True}
# expect: 2000 2000
# expect: 2000 299 299
# expect: 401 401
# expect: 800
# expect: True
