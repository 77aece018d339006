"""Writes docs/missing.md: where the names of built-in types and modules differ from CPython 3.14's.

    build/release/skein tools/missing.py [--check]

--check: writes nothing, prints the rows that have no reason; status 1 if there are any. The reasons are in
tools/missing_reasons.txt: `path name reason`, path and name being shell patterns.
"""

import fnmatch
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import names


INHERITED = "Not in the type's own dict, but found on a base, where it does the same"


def reasons():
    rows = []
    with open(os.path.join(HERE, "missing_reasons.txt"), encoding="utf-8") as f:
        for line in f:
            if line.strip() and not line.startswith("#"):
                rows.append(line.strip().split(None, 2))
    return rows


def same(ours, theirs):
    "A docstring or a signature where CPython has none is no difference."
    if ours[:1] != theirs[:1]:
        return False
    ours, theirs = ours[1:], theirs[1:]
    return (ours[:1] == "d" or theirs[:1] != "d") and theirs.lstrip("d") in ("", ours.lstrip("d"))


def inherited(t, name):
    return t is not None and any(name in vars(base) for base in t.__mro__[1:-1] or t.__mro__[1:])


def differences():
    "Rows (path, name, what), and the number of names compared."
    types = {}
    ours, theirs = names.collect(types), names.read(os.path.join(HERE, "names_3_14.txt"))
    for path in sorted(ours.keys() | theirs.keys()):
        if path not in theirs:
            yield path, "*", "extra type"
            continue
        if path not in ours:
            yield path, "*", "missing type"
            continue
        a, b = names.fields_of(ours[path]), names.fields_of(theirs[path])
        for name in sorted(a.keys() | b.keys()):
            if name not in a:
                if name == "__getattribute__" or inherited(types.get(path), name):
                    yield path, name, "inherited"
                else:
                    yield path, name, "missing"
            elif name not in b:
                yield path, name, "extra"
            elif a[name].replace(")d", ")", 1) != b[name].replace(")d", ")", 1) if name == "@" else not same(a[name], b[name]):
                yield path, name, "`%s`, not `%s`" % (a[name], b[name])


def main():
    known = reasons()
    used = set()
    left, explained = [], {}
    for path, name, what in differences():
        if what == "inherited":
            explained.setdefault(INHERITED, []).append("%s.%s (" % (path, name))
            continue
        for i, (p, n, reason) in enumerate(known):
            if fnmatch.fnmatchcase(path, p) and fnmatch.fnmatchcase(name, n):
                used.add(i)
                explained.setdefault(reason, []).append("%s.%s (%s)" % (path, name, what))
                break
        else:
            left.append((path, name, what))
    if "--check" in sys.argv:
        for row in left:
            print("%s\t%s\t%s" % row)
        for i, row in enumerate(known):
            if i not in used:
                print("missing_reasons.txt: nothing differs any more:", *row[:2])
        return 1 if left else 0
    with open(os.path.join(HERE, "..", "docs", "missing.md"), "w", encoding="utf-8") as f:
        theirs = names.read(os.path.join(HERE, "names_3_14.txt"))
        total = sum(line.count("|") for line in theirs.values())
        f.write("# Names that differ from CPython 3.14\n\nMade by `build/release/skein tools/missing.py`, which says "
                "what is compared: %d names of %d types and modules, with their kind,\nwhether they have a "
                "docstring, and their signature.\n\n" % (total, len(theirs)))
        if left:
            f.write("| type or module | name | difference |\n|---|---|---|\n")
            for path, name, what in left:
                f.write("| %s | %s | %s |\n" % (path, name, what.replace("|", "\\|")))
        else:
            f.write("Nothing differs without a reason.\n")
        f.write("\n## With a reason\n\n")
        for reason in sorted(explained):
            f.write("- %s:\n  %s\n" % (reason, ", ".join("`%s`" % r.split(" (")[0] for r in sorted(explained[reason]))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
