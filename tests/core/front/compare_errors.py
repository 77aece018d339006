"""compare_errors.py DUMPER [SNIPPETS...]: compares the syntax errors of DUMPER (tool_dump_ast -e) with this Python's own.

SNIPPETS: files of snippets separated by lines "%%", or Python tests whose doctests and calls supply them."""
import ast
import doctest
import re
import subprocess
import sys
import tempfile
import warnings


def snippets(path):
    with open(path, encoding="utf-8") as f:
        text = f.read()
    if not path.endswith(".py"):
        return [s for s in text.split("\n%%\n") if s]
    found = []
    tree = ast.parse(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if ">>>" in node.value:
                try:
                    found += [e.source for e in doctest.DocTestParser().get_examples(node.value)]
                except ValueError:
                    pass
            else:
                found.append(node.value)
    return [s for s in dict.fromkeys(found) if "\n%%\n" not in s and "\0" not in s and s]


def expected(source):
    try:
        ast.parse(source)
    except SyntaxError as e:
        return "%s|%s|%s|%s|%s|%s" % (type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        return type(e).__name__
    return "OK"


def main():
    warnings.simplefilter("ignore")
    verbose = "-v" in sys.argv
    args = [a for a in sys.argv[1:] if a != "-v"]
    all_of_them = [s for path in args[1:] for s in snippets(path)]
    clean = []
    for s in all_of_them:
        try:
            s.encode()
        except UnicodeEncodeError:
            continue
        clean.append(s)
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8", newline="") as f:
        f.write("".join(s + "\n%%\n" for s in clean))
        f.flush()
        out = subprocess.run([args[0], "-e", f.name], stdout=subprocess.PIPE).stdout.decode("utf-8", "replace")
    got = [line for line in out.split("\n") if not line.startswith("  warning")]
    same = message_only = 0
    for s, g in zip(clean, got):
        want = expected(s)
        g = g.replace("|incomplete", "")
        if g == want:
            same += 1
        elif g.split("|")[:2] == want.split("|")[:2]:
            message_only += 1
            if verbose:
                print("POSITION %r\n  got  %s\n  want %s" % (s[:200], g, want))
        else:
            print("%r\n  got  %s\n  want %s" % (s[:200], g, want))
    print("%d snippets: %d equal, %d with another position" % (len(clean), same, message_only))


main()
