# Options of dialects, what is written and what is read.
import _csv, csv, io, copy, pickle
def t(s):
    try:
        print(s, '=>', repr(eval(s)))
    except Exception as e:
        print(s, '=>', type(e).__name__, e)
def W(*rows, **kw):
    f = io.StringIO(); w = csv.writer(f, **kw)
    r = [w.writerow(x) for x in rows]
    return f.getvalue()
def R(text, **kw):
    return list(csv.reader(io.StringIO(text, newline='') if isinstance(text, str) else text, **kw))
class D: delimiter=';'; quotechar="'"; lineterminator='\n'; quoting=csv.QUOTE_ALL
class D2(csv.Dialect): delimiter='ab'
class D3(csv.excel): strict=True
class Num:
    def __float__(self): return 1.0
    def __str__(self): return "num"
class Bad:
    def __str__(self): raise KeyError("bad")
for s in [
    '_csv.Dialect(delimiter="ab")',
    '_csv.Dialect(delimiter="")',
    '_csv.Dialect(delimiter=1)',
    '_csv.Dialect(delimiter=None)',
    '_csv.Dialect(delimiter=b",")',
    '_csv.Dialect(quotechar="ab")',
    '_csv.Dialect(quotechar="")',
    '_csv.Dialect(quotechar=5)',
    '_csv.Dialect(quotechar=None,quoting=3).quotechar',
    '_csv.Dialect(escapechar="ab")',
    '_csv.Dialect(escapechar=5)',
    '_csv.Dialect(escapechar="")',
    '_csv.Dialect(lineterminator=5)',
    '_csv.Dialect(lineterminator=None)',
    '_csv.Dialect(quoting="x")',
    '_csv.Dialect(quoting=None)',
    '_csv.Dialect(quoting=99)',
    '_csv.Dialect(quoting=-1)',
    '_csv.Dialect(quoting=True)',
    '_csv.Dialect(quoting=1.0)',
    '_csv.Dialect(strict="yes").strict',
    '_csv.Dialect(foo=1)',
    '_csv.Dialect("nope")',
    '_csv.Dialect("excel").delimiter',
    '_csv.Dialect(5).delimiter',
    '_csv.Dialect(D).delimiter',
    '_csv.Dialect(D).quotechar',
    '_csv.Dialect(D, delimiter=":").delimiter',
    '_csv.Dialect(D2)',
    'D2()',
    '_csv.Dialect(1,2,3,4,5,6,7,8,9,10)',
    '_csv.Dialect(delimiter="\\n")',
    '_csv.Dialect(delimiter="\\r")',
    '_csv.Dialect(escapechar=" ",skipinitialspace=True)',
    '_csv.Dialect(quotechar=" ",skipinitialspace=True)',
    '_csv.Dialect(quotechar="\\n")',
    '_csv.Dialect(escapechar="\\n")',
    '_csv.Dialect(delimiter="a",quotechar="a")',
    '_csv.Dialect(delimiter="a",escapechar="a")',
    '_csv.Dialect(quotechar="a",escapechar="a")',
    '_csv.Dialect(lineterminator="x").lineterminator',
    '_csv.Dialect(delimiter="x",lineterminator="xy")',
    '_csv.Dialect(quotechar="x",lineterminator="xy")',
    '_csv.Dialect(escapechar="x",lineterminator="xy")',
    '[getattr(_csv.Dialect(),n) for n in "delimiter doublequote escapechar lineterminator quotechar quoting skipinitialspace strict".split()]',
    'setattr(_csv.Dialect(),"delimiter","x")',
    'setattr(_csv.Dialect(),"quoting",1)',
    'setattr(_csv.Dialect(),"strict",1)',
    'delattr(_csv.Dialect(),"strict")',
    'delattr(_csv.Dialect(),"quoting")',
    'copy.copy(_csv.Dialect())',
    'pickle.dumps(_csv.Dialect(),0)',
    'pickle.dumps(_csv.Dialect(),4)',
    'copy.copy(csv.reader([]))',
    'type(csv.reader([]))',
    'type(csv.writer(io.StringIO()))',
    'type(csv.reader([]))()',
    '_csv.Dialect(_csv.get_dialect("excel")) is _csv.get_dialect("excel")',
    '_csv.Error.__mro__',
    'csv.list_dialects()',
    'csv.get_dialect("x")',
    'csv.get_dialect(5)',
    'csv.get_dialect()',
    'csv.unregister_dialect("x")',
    'csv.register_dialect(5)',
    'csv.register_dialect("a")',
    'csv.get_dialect("a").delimiter',
    'csv.register_dialect("a",delimiter="|")',
    'csv.get_dialect("a").delimiter',
    'csv.register_dialect("b","a",delimiter="||")',
    'csv.register_dialect("b","a",quoting=1)',
    'csv.get_dialect("b").quoting',
    'csv.register_dialect("b",foo=1)',
    'csv.register_dialect("b",5,6)',
    'csv.register_dialect()',
    'csv.unregister_dialect("a")',
    'csv.field_size_limit()',
    'csv.field_size_limit("x")',
    'csv.field_size_limit(10)',
    'R("a"*11)',
    'R("a"*10)',
    'csv.field_size_limit(131072)',
    'csv.field_size_limit(1,2)',
    'csv.field_size_limit(2**70)',
    'csv.reader()',
    'csv.reader(5)',
    'csv.reader([],"nope")',
    'csv.reader([],foo=1)',
    'csv.reader([],delimiter="ab")',
    'csv.reader([1]).__next__()',
    'csv.reader([b"x"]).__next__()',
    'csv.reader(["a"]).line_num',
    'csv.writer()',
    'csv.writer(5)',
    'csv.writer(io.StringIO(),foo=1)',
    'csv.writer(io.StringIO()).writerow(5)',
    'csv.writer(io.StringIO()).writerows(5)',
    'csv.writer(io.StringIO()).writerows([5])',
    'csv.writer(io.StringIO()).writerow([1,2])',
    'csv.writer(io.StringIO()).writerows([[1],[2]])',
    'csv.writer(io.StringIO()).dialect.delimiter',
    'csv.writer(io.StringIO()).writerow([Bad()])',
]:
    t(s)
for s in [
    'W([1,"a",None,1.5,Num(),"x,y","q\\"q","l\\nm","c\\rd"," sp ",""])',
    'W([""])',
    'W([None])',
    'W([])',
    'W(["",""])',
    'W(["a",""])',
    'W([None],quoting=3)',
    'W([""],quoting=3)',
    'W([None],quoting=4)',
    'W([""],quoting=4)',
    'W([None],quoting=5)',
    'W([""],quoting=5)',
    'W([None,1,"a",Num(),1.5],quoting=4)',
    'W([None,1,"a",Num(),1.5],quoting=5)',
    'W([None,1,"a",Num(),1.5],quoting=2)',
    'W([None,1,"a",Num(),1.5],quoting=1)',
    'W([None,1,"a",Num(),1.5],quoting=3)',
    'W(["a,b"],quoting=3)',
    'W(["a,b"],quoting=3,escapechar="\\\\")',
    'W(["a\\"b"],quoting=3,escapechar="\\\\")',
    'W(["a\\\\b"],escapechar="\\\\")',
    'W(["a\\\\b"],quoting=3,escapechar="\\\\")',
    'W(["a\\"b"],doublequote=False)',
    'W(["a\\"b"],doublequote=False,escapechar="\\\\")',
    'W(["a\\nb"],quoting=3,escapechar="\\\\")',
    'W(["a\\nb"],quoting=3)',
    'W(["a!b","a\\nb"],lineterminator="!")',
    'W(["a","","b"],delimiter=" ",skipinitialspace=True)',
    'W([None,"b"],delimiter=" ",skipinitialspace=True,quoting=4)',
    'W(["","b"],delimiter=" ",skipinitialspace=True,quoting=3)',
    'W([None,"b"],delimiter=" ",skipinitialspace=True,quoting=5)',
    'W([" a","b"],skipinitialspace=True)',
    'W(["\\u20ac\\U0001F600"],delimiter="\\u20ac")',
    'W("abc")',
    'W(range(3))',
    'W({1:2})',
    'W((x for x in [1,2]))',
    'W([""],quoting=1)',
    'W([True,None,b"x"])',
    'W([1e300,-0.0,10**30])',
    'W(["a\\0b"])',
    'W(["a",1],lineterminator="\\u20ac")',
    'R("a,b\\r\\nc,d\\r\\n")',
    'R("a,b\\rc,d\\n")',
    'R("\\n\\na\\n")',
    'R("")',
    'R("\\n")',
    'R("a,\\"b,c\\",d")',
    'R("\\"a\\"\\"b\\"")',
    'R("\\"a\\nb\\",c\\n")',
    'R("\\"a\\nb")',
    'R("\\"a\\nb",strict=True)',
    'R("\\"a\\"b,c")',
    'R("\\"a\\"b,c",strict=True)',
    'R("a\\"b,c")',
    'R(["a\\nb"])',
    'R(["a\\rb,c"])',
    'R(["a\\r\\n","b"])',
    'R(["a","b"])',
    'R(["\\"a","b\\"c"])',
    'R(["\\"a\\n","b\\"c"])',
    'R("a\\\\,b,c",escapechar="\\\\")',
    'R("a\\\\\\nb,c",escapechar="\\\\")',
    'R(["a\\\\","b,c"],escapechar="\\\\")',
    'R("\\"a\\\\\\"b\\",c",escapechar="\\\\")',
    'R("\\"a\\\\",escapechar="\\\\")',
    'R("a, b,  c",skipinitialspace=True)',
    'R("a, \\"b,c\\"",skipinitialspace=True)',
    'R("a, \\"b,c\\"")',
    'R("1,\\"2\\",a",quoting=2)',
    'R("1,\\"2\\",,3.5",quoting=2)',
    'R("1,\\"2\\",,3.5",quoting=4)',
    'R("1,\\"2\\",,\\"\\",3.5",quoting=5)',
    'R("1,a",quoting=4)',
    'R("\\"a\\",b",quoting=3)',
    'R("\'a\',\'b\'",quotechar="\'")',
    'R("a|b",delimiter="|")',
    'R("a\\0b,c")',
    'R("a\\u20acb",delimiter="\\u20ac")',
    'R(" ,  ",skipinitialspace=True)',
    'R("a,b,")',
    'R(",")',
    'R(" \\n",skipinitialspace=True)',
    'R("a  b",delimiter=" ",skipinitialspace=True)',
    'R("1.5,x\\n",quoting=2)',
    'R("\\"a\\"\\"",doublequote=False)',
    'R("\\"a\\"x\\"",doublequote=False)',
    'R(",\\n",quoting=5)',
    'R("\\n",quoting=5)',
    'R("a,\\"\\"",quoting=2)',
    'csv.reader.__text_signature__',
    'R(["a,b","c"],quotechar=None,quoting=3)',
    'R(["\\"a,b","c\\""],quotechar=None,quoting=3)',
]:
    t(s)

# expect: _csv.Dialect(delimiter="ab") => TypeError "delimiter" must be a 1-character string
# expect: _csv.Dialect(delimiter="") => TypeError "delimiter" must be a 1-character string
# expect: _csv.Dialect(delimiter=1) => TypeError "delimiter" must be string, not int
# expect: _csv.Dialect(delimiter=None) => TypeError "delimiter" must be string, not NoneType
# expect: _csv.Dialect(delimiter=b",") => TypeError "delimiter" must be string, not bytes
# expect: _csv.Dialect(quotechar="ab") => TypeError "quotechar" must be a 1-character string
# expect: _csv.Dialect(quotechar="") => TypeError "quotechar" must be a 1-character string
# expect: _csv.Dialect(quotechar=5) => TypeError "quotechar" must be string or None, not int
# expect: _csv.Dialect(quotechar=None,quoting=3).quotechar => None
# expect: _csv.Dialect(escapechar="ab") => TypeError "escapechar" must be a 1-character string
# expect: _csv.Dialect(escapechar=5) => TypeError "escapechar" must be string or None, not int
# expect: _csv.Dialect(escapechar="") => TypeError "escapechar" must be a 1-character string
# expect: _csv.Dialect(lineterminator=5) => TypeError "lineterminator" must be a string
# expect: _csv.Dialect(lineterminator=None) => TypeError lineterminator must be set
# expect: _csv.Dialect(quoting="x") => TypeError "quoting" must be an integer
# expect: _csv.Dialect(quoting=None) => TypeError "quoting" must be an integer
# expect: _csv.Dialect(quoting=99) => TypeError bad "quoting" value
# expect: _csv.Dialect(quoting=-1) => TypeError bad "quoting" value
# expect: _csv.Dialect(quoting=True) => TypeError "quoting" must be an integer
# expect: _csv.Dialect(quoting=1.0) => TypeError "quoting" must be an integer
# expect: _csv.Dialect(strict="yes").strict => True
# expect: _csv.Dialect(foo=1) => TypeError this function got an unexpected keyword argument 'foo'
# expect: _csv.Dialect("nope") => Error unknown dialect
# expect: _csv.Dialect("excel").delimiter => ','
# expect: _csv.Dialect(5).delimiter => ','
# expect: _csv.Dialect(D).delimiter => ';'
# expect: _csv.Dialect(D).quotechar => "'"
# expect: _csv.Dialect(D, delimiter=":").delimiter => ':'
# expect: _csv.Dialect(D2) => TypeError "delimiter" must be a 1-character string
# expect: D2() => Error "delimiter" must be a 1-character string
# expect: _csv.Dialect(1,2,3,4,5,6,7,8,9,10) => TypeError function takes at most 9 arguments (10 given)
# expect: _csv.Dialect(delimiter="\n") => ValueError bad delimiter value
# expect: _csv.Dialect(delimiter="\r") => ValueError bad delimiter value
# expect: _csv.Dialect(escapechar=" ",skipinitialspace=True) => ValueError bad escapechar value
# expect: _csv.Dialect(quotechar=" ",skipinitialspace=True) => ValueError bad quotechar value
# expect: _csv.Dialect(quotechar="\n") => ValueError bad quotechar value
# expect: _csv.Dialect(escapechar="\n") => ValueError bad escapechar value
# expect: _csv.Dialect(delimiter="a",quotechar="a") => ValueError bad delimiter or quotechar value
# expect: _csv.Dialect(delimiter="a",escapechar="a") => ValueError bad delimiter or escapechar value
# expect: _csv.Dialect(quotechar="a",escapechar="a") => ValueError bad escapechar or quotechar value
# expect: _csv.Dialect(lineterminator="x").lineterminator => 'x'
# expect: _csv.Dialect(delimiter="x",lineterminator="xy") => ValueError bad delimiter or lineterminator value
# expect: _csv.Dialect(quotechar="x",lineterminator="xy") => ValueError bad quotechar or lineterminator value
# expect: _csv.Dialect(escapechar="x",lineterminator="xy") => ValueError bad escapechar or lineterminator value
# expect: [getattr(_csv.Dialect(),n) for n in "delimiter doublequote escapechar lineterminator quotechar quoting skipinitialspace strict".split()] => [',', True, None, '\r\n', '"', 0, False, False]
# expect: setattr(_csv.Dialect(),"delimiter","x") => AttributeError attribute 'delimiter' of '_csv.Dialect' objects is not writable
# expect: setattr(_csv.Dialect(),"quoting",1) => AttributeError attribute 'quoting' of '_csv.Dialect' objects is not writable
# expect: setattr(_csv.Dialect(),"strict",1) => AttributeError readonly attribute
# expect: delattr(_csv.Dialect(),"strict") => AttributeError readonly attribute
# expect: delattr(_csv.Dialect(),"quoting") => AttributeError attribute 'quoting' of '_csv.Dialect' objects is not writable
# expect: copy.copy(_csv.Dialect()) => TypeError cannot pickle 'Dialect' instances
# expect: pickle.dumps(_csv.Dialect(),0) => TypeError cannot pickle 'Dialect' instances
# expect: pickle.dumps(_csv.Dialect(),4) => TypeError cannot pickle 'Dialect' instances
# expect: copy.copy(csv.reader([])) => TypeError cannot pickle '_csv.reader' object
# expect: type(csv.reader([])) => <class '_csv.reader'>
# expect: type(csv.writer(io.StringIO())) => <class '_csv.writer'>
# expect: type(csv.reader([]))() => TypeError cannot create '_csv.reader' instances
# expect: _csv.Dialect(_csv.get_dialect("excel")) is _csv.get_dialect("excel") => True
# expect: _csv.Error.__mro__ => (<class '_csv.Error'>, <class 'Exception'>, <class 'BaseException'>, <class 'object'>)
# expect: csv.list_dialects() => ['excel', 'excel-tab', 'unix']
# expect: csv.get_dialect("x") => Error unknown dialect
# expect: csv.get_dialect(5) => Error unknown dialect
# expect: csv.get_dialect() => TypeError get_dialect() missing required argument 'name' (pos 1)
# expect: csv.unregister_dialect("x") => Error unknown dialect
# expect: csv.register_dialect(5) => TypeError dialect name must be a string
# expect: csv.register_dialect("a") => None
# expect: csv.get_dialect("a").delimiter => ','
# expect: csv.register_dialect("a",delimiter="|") => None
# expect: csv.get_dialect("a").delimiter => '|'
# expect: csv.register_dialect("b","a",delimiter="||") => TypeError "delimiter" must be a 1-character string
# expect: csv.register_dialect("b","a",quoting=1) => None
# expect: csv.get_dialect("b").quoting => 1
# expect: csv.register_dialect("b",foo=1) => TypeError this function got an unexpected keyword argument 'foo'
# expect: csv.register_dialect("b",5,6) => TypeError  expected at most 2 arguments, got 3
# expect: csv.register_dialect() => TypeError  expected at least 1 argument, got 0
# expect: csv.unregister_dialect("a") => None
# expect: csv.field_size_limit() => 131072
# expect: csv.field_size_limit("x") => TypeError limit must be an integer
# expect: csv.field_size_limit(10) => 131072
# expect: R("a"*11) => Error field larger than field limit (10)
# expect: R("a"*10) => [['aaaaaaaaaa']]
# expect: csv.field_size_limit(131072) => 10
# expect: csv.field_size_limit(1,2) => TypeError field_size_limit() takes at most 1 argument (2 given)
# expect: csv.field_size_limit(2**70) => OverflowError Python int too large to convert to C long
# expect: csv.reader() => TypeError  expected at least 1 argument, got 0
# expect: csv.reader(5) => TypeError 'int' object is not iterable
# expect: csv.reader([],"nope") => Error unknown dialect
# expect: csv.reader([],foo=1) => TypeError this function got an unexpected keyword argument 'foo'
# expect: csv.reader([],delimiter="ab") => TypeError "delimiter" must be a 1-character string
# expect: csv.reader([1]).__next__() => Error iterator should return strings, not int (the file should be opened in text mode)
# expect: csv.reader([b"x"]).__next__() => Error iterator should return strings, not bytes (the file should be opened in text mode)
# expect: csv.reader(["a"]).line_num => 0
# expect: csv.writer() => TypeError  expected at least 1 argument, got 0
# expect: csv.writer(5) => TypeError argument 1 must have a "write" method
# expect: csv.writer(io.StringIO(),foo=1) => TypeError this function got an unexpected keyword argument 'foo'
# expect: csv.writer(io.StringIO()).writerow(5) => Error iterable expected, not int
# expect: csv.writer(io.StringIO()).writerows(5) => TypeError 'int' object is not iterable
# expect: csv.writer(io.StringIO()).writerows([5]) => Error iterable expected, not int
# expect: csv.writer(io.StringIO()).writerow([1,2]) => 5
# expect: csv.writer(io.StringIO()).writerows([[1],[2]]) => None
# expect: csv.writer(io.StringIO()).dialect.delimiter => ','
# expect: csv.writer(io.StringIO()).writerow([Bad()]) => KeyError 'bad'
# expect: W([1,"a",None,1.5,Num(),"x,y","q\"q","l\nm","c\rd"," sp ",""]) => '1,a,,1.5,num,"x,y","q""q","l\nm","c\rd", sp ,\r\n'
# expect: W([""]) => '""\r\n'
# expect: W([None]) => '""\r\n'
# expect: W([]) => '\r\n'
# expect: W(["",""]) => ',\r\n'
# expect: W(["a",""]) => 'a,\r\n'
# expect: W([None],quoting=3) => Error single empty field record must be quoted
# expect: W([""],quoting=3) => Error single empty field record must be quoted
# expect: W([None],quoting=4) => Error single empty field record must be quoted
# expect: W([""],quoting=4) => '""\r\n'
# expect: W([None],quoting=5) => Error single empty field record must be quoted
# expect: W([""],quoting=5) => '""\r\n'
# expect: W([None,1,"a",Num(),1.5],quoting=4) => ',1,"a",num,1.5\r\n'
# expect: W([None,1,"a",Num(),1.5],quoting=5) => ',"1","a","num","1.5"\r\n'
# expect: W([None,1,"a",Num(),1.5],quoting=2) => '"",1,"a",num,1.5\r\n'
# expect: W([None,1,"a",Num(),1.5],quoting=1) => '"","1","a","num","1.5"\r\n'
# expect: W([None,1,"a",Num(),1.5],quoting=3) => ',1,a,num,1.5\r\n'
# expect: W(["a,b"],quoting=3) => Error need to escape, but no escapechar set
# expect: W(["a,b"],quoting=3,escapechar="\\") => 'a\\,b\r\n'
# expect: W(["a\"b"],quoting=3,escapechar="\\") => 'a\\"b\r\n'
# expect: W(["a\\b"],escapechar="\\") => 'a\\\\b\r\n'
# expect: W(["a\\b"],quoting=3,escapechar="\\") => 'a\\\\b\r\n'
# expect: W(["a\"b"],doublequote=False) => Error need to escape, but no escapechar set
# expect: W(["a\"b"],doublequote=False,escapechar="\\") => 'a\\"b\r\n'
# expect: W(["a\nb"],quoting=3,escapechar="\\") => 'a\\\nb\r\n'
# expect: W(["a\nb"],quoting=3) => Error need to escape, but no escapechar set
# expect: W(["a!b","a\nb"],lineterminator="!") => '"a!b","a\nb"!'
# expect: W(["a","","b"],delimiter=" ",skipinitialspace=True) => 'a "" b\r\n'
# expect: W([None,"b"],delimiter=" ",skipinitialspace=True,quoting=4) => Error empty field must be quoted if delimiter is a space and skipinitialspace is true
# expect: W(["","b"],delimiter=" ",skipinitialspace=True,quoting=3) => Error empty field must be quoted if delimiter is a space and skipinitialspace is true
# expect: W([None,"b"],delimiter=" ",skipinitialspace=True,quoting=5) => Error empty field must be quoted if delimiter is a space and skipinitialspace is true
# expect: W([" a","b"],skipinitialspace=True) => ' a,b\r\n'
# expect: W(["\u20ac\U0001F600"],delimiter="\u20ac") => '"€😀"\r\n'
# expect: W("abc") => 'a,b,c\r\n'
# expect: W(range(3)) => '0,1,2\r\n'
# expect: W({1:2}) => '1\r\n'
# expect: W((x for x in [1,2])) => '1,2\r\n'
# expect: W([""],quoting=1) => '""\r\n'
# expect: W([True,None,b"x"]) => "True,,b'x'\r\n"
# expect: W([1e300,-0.0,10**30]) => '1e+300,-0.0,1000000000000000000000000000000\r\n'
# expect: W(["a\0b"]) => 'a\x00b\r\n'
# expect: W(["a",1],lineterminator="\u20ac") => 'a,1€'
# expect: R("a,b\r\nc,d\r\n") => [['a', 'b'], ['c', 'd']]
# expect: R("a,b\rc,d\n") => [['a', 'b'], ['c', 'd']]
# expect: R("\n\na\n") => [[], [], ['a']]
# expect: R("") => []
# expect: R("\n") => [[]]
# expect: R("a,\"b,c\",d") => [['a', 'b,c', 'd']]
# expect: R("\"a\"\"b\"") => [['a"b']]
# expect: R("\"a\nb\",c\n") => [['a\nb', 'c']]
# expect: R("\"a\nb") => [['a\nb']]
# expect: R("\"a\nb",strict=True) => Error unexpected end of data
# expect: R("\"a\"b,c") => [['ab', 'c']]
# expect: R("\"a\"b,c",strict=True) => Error ',' expected after '"'
# expect: R("a\"b,c") => [['a"b', 'c']]
# expect: R(["a\nb"]) => Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: R(["a\rb,c"]) => Error new-line character seen in unquoted field - do you need to open the file with newline=''?
# expect: R(["a\r\n","b"]) => [['a'], ['b']]
# expect: R(["a","b"]) => [['a'], ['b']]
# expect: R(["\"a","b\"c"]) => [['abc']]
# expect: R(["\"a\n","b\"c"]) => [['a\nbc']]
# expect: R("a\\,b,c",escapechar="\\") => [['a,b', 'c']]
# expect: R("a\\\nb,c",escapechar="\\") => [['a\nb', 'c']]
# expect: R(["a\\","b,c"],escapechar="\\") => [['a\nb', 'c']]
# expect: R("\"a\\\"b\",c",escapechar="\\") => [['a"b', 'c']]
# expect: R("\"a\\",escapechar="\\") => [['a\n']]
# expect: R("a, b,  c",skipinitialspace=True) => [['a', 'b', 'c']]
# expect: R("a, \"b,c\"",skipinitialspace=True) => [['a', 'b,c']]
# expect: R("a, \"b,c\"") => [['a', ' "b', 'c"']]
# expect: R("1,\"2\",a",quoting=2) => ValueError could not convert string to float: 'a'
# expect: R("1,\"2\",,3.5",quoting=2) => [[1.0, '2', '', 3.5]]
# expect: R("1,\"2\",,3.5",quoting=4) => [[1.0, '2', None, 3.5]]
# expect: R("1,\"2\",,\"\",3.5",quoting=5) => [['1', '2', None, '', '3.5']]
# expect: R("1,a",quoting=4) => ValueError could not convert string to float: 'a'
# expect: R("\"a\",b",quoting=3) => [['"a"', 'b']]
# expect: R("'a','b'",quotechar="'") => [['a', 'b']]
# expect: R("a|b",delimiter="|") => [['a', 'b']]
# expect: R("a\0b,c") => [['a\x00b', 'c']]
# expect: R("a\u20acb",delimiter="\u20ac") => [['a', 'b']]
# expect: R(" ,  ",skipinitialspace=True) => [['', '']]
# expect: R("a,b,") => [['a', 'b', '']]
# expect: R(",") => [['', '']]
# expect: R(" \n",skipinitialspace=True) => [['']]
# expect: R("a  b",delimiter=" ",skipinitialspace=True) => [['a', 'b']]
# expect: R("1.5,x\n",quoting=2) => ValueError could not convert string to float: 'x'
# expect: R("\"a\"\"",doublequote=False) => [['a"']]
# expect: R("\"a\"x\"",doublequote=False) => [['ax"']]
# expect: R(",\n",quoting=5) => [[None, None]]
# expect: R("\n",quoting=5) => [[]]
# expect: R("a,\"\"",quoting=2) => ValueError could not convert string to float: 'a'
# expect: csv.reader.__text_signature__ => None
# expect: R(["a,b","c"],quotechar=None,quoting=3) => [['a', 'b'], ['c']]
# expect: R(["\"a,b","c\""],quotechar=None,quoting=3) => [['"a', 'b'], ['c"']]
