"""Prints the names of the built-in types and modules, one object a line, with the kind of each.

    python3 tools/names.py                         of the interpreter that runs it
    python3.13 tools/names.py --reference          CPython 3.13's with tools/names_3_14.delta applied:
                                                   this is how tools/names_3_14.txt is made

A line is `path|name=kind[doc][signature]|...`. The kinds: w slot wrapper, m method_descriptor, c classmethod_descriptor,
s staticmethod, g getset_descriptor, p member_descriptor, f builtin_function_or_method, t type, v any other value.
"d" after the kind: it has a docstring. A first field `@` holds __module__, __qualname__, bases, and the type's own signature.
"""

import sys

MODULES = """builtins sys _thread posix itertools _io _codecs _collections _functools _operator _abc time math errno atexit gc
_warnings _imp _weakref _signal _sre _contextvars _string _struct _bisect _heapq _queue _random _typing marshal cmath""".split()


def hidden_types():
    "Types without a name in a module, by an instance of each."
    import contextvars
    import types

    def gen():
        yield

    async def coro():
        pass

    async def agen():
        yield

    class C:
        __slots__ = ("slot", "__weakref__")

        @property
        def p(self): pass

    def cell(x):
        return lambda: x

    t = {}

    def add(name, obj):
        t[name] = type(obj)

    add("function", gen)
    add("builtin_function_or_method", len)
    add("method", types.MethodType(gen, 1))
    add("method-wrapper", [].__len__)
    add("wrapper_descriptor", list.__len__)
    add("method_descriptor", list.append)
    add("classmethod_descriptor", dict.__dict__["fromkeys"])
    add("getset_descriptor", type.__dict__["__module__"] if "__module__" in type.__dict__ else type.__dict__["__mro__"])
    add("member_descriptor", C.__dict__["slot"])
    add("code", gen.__code__)
    add("frame", sys._getframe())
    add("generator", gen())
    c = coro()
    add("coroutine", c)
    add("coroutine_wrapper", c.__await__())
    c.close()
    a = agen()
    add("async_generator", a)
    add("async_generator_asend", a.asend(None))
    add("async_generator_athrow", a.athrow(ValueError))
    add("cell", cell(1).__closure__[0])
    add("module", sys)
    add("mappingproxy", type.__dict__)
    add("SimpleNamespace", types.SimpleNamespace())
    add("NoneType", None)
    add("NotImplementedType", NotImplemented)
    add("ellipsis", ...)
    add("GenericAlias", list[int])
    add("UnionType", int | str)
    try:
        raise ValueError
    except ValueError as e:
        add("traceback", e.__traceback__)
    for name, obj in [("list_iterator", []), ("tuple_iterator", ()), ("range_iterator", range(1)),
                      ("longrange_iterator", range(1 << 70, 1 << 71)), ("str_ascii_iterator", ""), ("str_iterator", "\u1234"),
                      ("bytes_iterator", b""), ("bytearray_iterator", bytearray()), ("set_iterator", set()),
                      ("dict_keyiterator", {}), ("dict_valueiterator", {}.values()), ("dict_itemiterator", {}.items()),
                      ("memory_iterator", memoryview(b""))]:
        add(name, iter(obj))
    add("list_reverseiterator", reversed([]))
    add("dict_reversekeyiterator", reversed({}))
    add("dict_reversevalueiterator", reversed({}.values()))
    add("dict_reverseitemiterator", reversed({}.items()))
    add("dict_keys", {}.keys())
    add("dict_values", {}.values())
    add("dict_items", {}.items())
    add("callable_iterator", iter(int, 1))

    class Seq:
        def __getitem__(self, i):
            raise IndexError
    add("iterator", iter(Seq()))
    import re
    import _string
    add("formatteriterator", _string.formatter_parser(""))
    add("fieldnameiterator", _string.formatter_field_name_split("a")[1])
    add("re.Pattern", re.compile("a"))
    add("re.Match", re.match("a", "a"))
    add("re.Scanner", re.compile("a").scanner("a"))
    add("os.stat_result", __import__("os").stat("/"))
    add("time.struct_time", __import__("time").gmtime(0))
    add("functools._lru_cache_wrapper", __import__("functools").lru_cache(gen))
    add("functools.KeyWrapper", __import__("functools").cmp_to_key(gen))
    add("_thread.lock", __import__("_thread").allocate_lock())
    add("posix.ScandirIterator", __import__("os").scandir("/"))
    add("itertools._grouper", next(__import__("itertools").groupby([1]))[1])
    add("itertools._tee", __import__("itertools").tee([])[0])
    add("_contextvars.ContextIter", iter(contextvars.Context()))
    add("_abc._abc_data", __import__("abc").ABC.__dict__["_abc_impl"])
    for name in ("flags", "float_info", "hash_info", "implementation", "int_info", "thread_info", "version_info"):
        add("sys." + name, getattr(sys, name))
    add("sys.asyncgen_hooks", sys.get_asyncgen_hooks())
    # PEP 695's and PEP 749's, where the grammar has them
    ns = {}
    try:
        exec("type A[T] = int\ndef f[T, *Ts, **P](): pass\ntp = f.__type_params__", ns)
    except SyntaxError:
        pass
    else:
        add("typing.TypeAliasType", ns["A"])
        for param in ns["tp"]:
            add("typing." + type(param).__name__, param)
        add("typing.ParamSpecArgs", ns["tp"][2].args)
        add("typing.ParamSpecKwargs", ns["tp"][2].kwargs)
    try:
        exec("t = t'a{1}'", ns)
    except SyntaxError:
        pass
    else:
        add("string.templatelib.Template", ns["t"])
        add("string.templatelib.Interpolation", ns["t"].interpolations[0])
        add("string.templatelib.TemplateIter", iter(ns["t"]))
    return t


KINDS = {"wrapper_descriptor": "w", "method_descriptor": "m", "classmethod_descriptor": "c", "staticmethod": "s",
         "getset_descriptor": "g", "member_descriptor": "p", "builtin_function_or_method": "f", "type": "t",
         "method-wrapper": "f"}


MODULE_ATTRIBUTES = {"__builtins__", "_", "__loader__", "__spec__", "__doc__", "__package__", "__name__", "__file__"}


def describe(value):
    kind = KINDS.get(type(value).__name__, "v")
    if isinstance(value, type):
        return "t"
    if kind == "v":
        return "v"
    target = value.__func__ if kind == "s" else value
    text = kind
    if isinstance(getattr(target, "__doc__", None), str):
        text += "d"
    sig = getattr(target, "__text_signature__", None)
    if isinstance(sig, str):
        text += one_line(sig)
    return text


def one_line(signature):
    text = " ".join((signature or "").split()).replace("|", "\\x7c")
    return text.replace("$module, /, *", "$module, *").replace("$self, /, *", "$self, *").replace("$type, /, *", "$type, *")


def type_line(path, t):
    fields = ["@=%s %s (%s)%s%s" % (t.__module__, t.__qualname__, ",".join(b.__qualname__ for b in t.__bases__),
                                    "d" if isinstance(t.__doc__, str) else "", one_line(t.__text_signature__))]
    own = vars(t)
    for name in sorted(own):
        if name not in ("__doc__", "__dict__") or KINDS.get(type(own[name]).__name__):
            fields.append(name + "=" + describe(own[name]))
    return path + "|" + "|".join(fields)


def collect(types=None):
    "A dict: the path of a module or type to its line. types: filled with the types by path."
    lines = {}
    seen = set()
    types = {} if types is None else types

    def add(path, t):
        if id(t) not in seen:
            seen.add(id(t))
            lines[path] = type_line(path, t)
            types[path] = t

    for name in MODULES:
        try:
            module = __import__(name)
        except ImportError:
            continue
        fields = ["@=module%s" % ("d" if module.__doc__ else "")]
        for attr in sorted(vars(module)):
            if attr in MODULE_ATTRIBUTES:
                continue
            value = getattr(module, attr)
            fields.append(attr + "=" + describe(value))
        lines[name] = name + "|" + "|".join(fields)
        for attr in sorted(vars(module)):
            value = getattr(module, attr)
            if isinstance(value, type) and attr not in MODULE_ATTRIBUTES:
                add(name + "." + attr, value)
    for name, t in sorted(hidden_types().items()):
        lines["~" + name] = type_line("~" + name, t)
        types["~" + name] = t
    return lines


def read(path):
    lines = {}
    with open(path, encoding="utf-8") as f:
        for line in f:
            line = line.rstrip("\n")
            if line and not line.startswith("#"):
                lines[line.partition("|")[0]] = line
    return lines


def fields_of(line):
    return dict(f.partition("=")[::2] for f in line.split("|")[1:])


def apply_delta(lines, path):
    "Lines `+ path name=kind...` (set), `- path name` (remove), `- path` (remove it all)."
    with open(path, encoding="utf-8") as f:
        for line in f:
            sign, _, rest = line.strip().partition(" ")
            if sign not in ("+", "-"):
                continue
            where, _, what = rest.partition(" ")
            fields = fields_of(lines[where]) if where in lines else {}
            if sign == "+":
                name, _, text = what.partition("=")
                fields[name] = text
            elif what:
                if fields.pop(what, None) is None:
                    print("names_3_14.delta: nothing to remove:", line.strip(), file=sys.stderr)
            else:
                fields = None
            if fields is None:
                lines.pop(where, None)
            else:
                lines[where] = where + "|" + "|".join(k + "=" + fields[k] for k in sorted(fields))
    return lines


if __name__ == "__main__":
    import os
    lines = collect()
    if sys.argv[1:] == ["--reference"]:
        here = os.path.dirname(os.path.abspath(__file__))
        lines = apply_delta(lines, os.path.join(here, "names_3_14.delta"))
        print("# Made by `python3.13 tools/names.py --reference`; the format is told there.")
    for path in sorted(lines):
        print(lines[path])
