# One parser fed by several threads: every piece is parsed whole; its attributes are changed by others meanwhile.
import threading
from xml.parsers import expat

p = expat.ParserCreate()
count = 0
def start(name, attributes):
    global count
    count += 1          # handlers of a parser run one at a time
    assert attributes == {"k": "v"} or attributes == ["k", "v"]
p.Parse(b"<root k='v'>")
p.StartElementHandler = start
stop = False

def feed():
    for i in range(300):
        p.Parse(b"<a k='v'>text<b k='v'/></a>")
def change():
    while not stop:
        p.buffer_text = not p.buffer_text
        p.ordered_attributes = not p.ordered_attributes
        p.CharacterDataHandler = (lambda text: None) if p.CharacterDataHandler is None else None
        p.CurrentByteIndex, p.ErrorCode, p.buffer_used
feeders = [threading.Thread(target=feed) for _ in range(4)]
changer = threading.Thread(target=change)
changer.start()
for t in feeders: t.start()
for t in feeders: t.join()
stop = True
changer.join()
print(count, p.Parse(b"</root>", True))

# Parsers for entities, dropped by other threads while the family goes on.
def entities():
    p = expat.ParserCreate()
    dropped = []
    def external(context, base, system, public):
        child = p.ExternalEntityParserCreate(context)
        child.Parse(b"<inner/>", True)
        dropped.append(child)
        del child
        t = threading.Thread(target=dropped.clear)
        t.start()
        t.join()
        return 1
    names = []
    p.ExternalEntityRefHandler = external
    p.StartElementHandler = lambda name, attributes: names.append(name)
    p.Parse(b"<!DOCTYPE a [<!ENTITY e SYSTEM 'x'>]><a>" + b"&e;" * 20 + b"</a>", True)
    return names
print(entities() == ["a"] + ["inner"] * 20)

# expect: 2400 1
# expect: True
