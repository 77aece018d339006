def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import csv, json, io
o = io.StringIO(); w = csv.writer(o); w.writerow(['a', 1, 'x,y', 'q"r', None]); w.writerows([[1, 2], ['l\nm', '']]); print(repr(o.getvalue()))
t(lambda: list(csv.reader(io.StringIO('a,b\n"x,1","y""z"\n\n1, 2\n'))))
t(lambda: list(csv.DictReader(io.StringIO('h1,h2\n1,2\n3\n4,5,6\n'))))
t(lambda: list(csv.reader(['a;b'], delimiter=';')))
t(lambda: list(csv.reader(["'a,b',c"], quotechar="'")))
d = csv.DictWriter(o2 := io.StringIO(), ['x', 'y'], restval='-'); d.writeheader(); d.writerow({'x': 1}); print(repr(o2.getvalue()))
t(lambda: d.writerow({'z': 1}))
f = io.StringIO(); json.dump({'a': [1, None, True, 1.5, 'é']}, f); print(f.getvalue()); f.seek(0); print(json.load(f))
t(lambda: list(csv.reader(['"unclosed'], strict=True)))

# expect: 'a,1,"x,y","q""r",\r\n1,2\r\n"l\nm",\r\n'
# expect: [['a', 'b'], ['x,1', 'y"z'], [], ['1', ' 2']]
# expect: [{'h1': '1', 'h2': '2'}, {'h1': '3', 'h2': None}, {'h1': '4', 'h2': '5', None: ['6']}]
# expect: [['a', 'b']]
# expect: [['a,b', 'c']]
# expect: 'x,y\r\n1,-\r\n'
# expect: ValueError dict contains fields not in fieldnames: 'z'
# expect: {"a": [1, null, true, 1.5, "\u00e9"]}
# expect: {'a': [1, None, True, 1.5, 'é']}
# expect: Error unexpected end of data
