"""compare_ast.py DUMPER FILE...: compares the syntax trees of DUMPER (tool_dump_ast) with this Python's own."""
import ast
import struct
import subprocess
import sys
import warnings


def constant(v):
    if v is None or v is True or v is False or v is Ellipsis:
        return repr(v)
    if isinstance(v, int):
        return "int:%d" % v
    if isinstance(v, float):
        return "float:" + struct.pack(">d", v).hex()
    if isinstance(v, complex):
        return "imag:" + struct.pack(">d", v.imag).hex()
    if isinstance(v, str):
        return "str:" + v.encode("utf-8", "surrogatepass").hex()
    return "bytes:" + v.hex()


NAMES = {"name", "id", "attr", "arg", "asname", "module", "rest", "type_comment", "kind"}


def dump(node, out):
    if node is None:
        out.append("-")
        return
    out.append("\n(" + type(node).__name__)
    if "lineno" in node._attributes:
        out.append(" %d %d %d %d" % (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset))
    for field in node._fields:
        value = getattr(node, field, None)
        out.append(" %s=" % field)
        if field == "value" and isinstance(node, (ast.Constant, ast.MatchSingleton)):
            out.append(constant(value))
        elif isinstance(value, list):
            out.append("[")
            for i, item in enumerate(value):
                if i:
                    out.append(",")
                if isinstance(item, str):
                    out.append(item)
                elif isinstance(item, ast.cmpop):
                    out.append(type(item).__name__)
                else:
                    dump(item, out)
            out.append("]")
        elif isinstance(value, (ast.expr_context, ast.operator, ast.unaryop, ast.boolop)):
            out.append(type(value).__name__)
        elif isinstance(value, (str, int)):
            out.append(str(value))
        else:
            dump(value, out)
    out.append(")")


def decimal(text):
    """Rewrites int:BASE:DIGITS of the dumper."""
    parts = text.split("int:")
    for i in range(1, len(parts)):
        base, rest = parts[i].split(":", 1)
        n = 0
        while n < len(rest) and rest[n].isalnum():
            n += 1
        parts[i] = str(int(rest[:n], int(base))) + rest[n:]
    return "int:".join(parts)


def main():
    sys.setrecursionlimit(100000)
    warnings.simplefilter("ignore")
    dumper, files = sys.argv[1], sys.argv[2:]
    bad = ok = 0
    for path in files:
        with open(path, "rb") as f:
            source = f.read()
        try:
            out = []
            dump(ast.parse(source), out)
            want = "".join(out)
        except (SyntaxError, ValueError) as e:
            want = "error"
        got = subprocess.run([dumper, path], stdout=subprocess.PIPE).stdout.decode("utf-8", "surrogateescape")
        got = got.split("\n", 1)[1].rstrip("\n") if "\n" in got else got
        if want == "error":
            if got.startswith("\n("):
                print("NO ERROR", path)
                bad += 1
            continue
        got = decimal(got)
        got = "\n" + got.lstrip("\n")
        if got != want:
            bad += 1
            a, b = got.split("\n"), want.split("\n")
            for i in range(max(len(a), len(b))):
                x, y = (a[i] if i < len(a) else ""), (b[i] if i < len(b) else "")
                if x != y:
                    print("%s: node %d\n  got  %s\n  want %s" % (path, i, x[:300], y[:300]))
                    break
        else:
            ok += 1
    print("%d equal, %d different" % (ok, bad))


main()
