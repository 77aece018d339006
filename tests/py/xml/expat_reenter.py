# needs: 3.14
# A parser is not entered again from its own handlers.
from xml.parsers import expat

p = expat.ParserCreate()
def inner(data):
    try:
        p.Parse(b"<x/>")
        print("entered")
    except RuntimeError as e:
        print("refused")
p.CharacterDataHandler = inner
print(p.Parse(b"<a>text</a>", True))

# expect: refused
# expect: 1
