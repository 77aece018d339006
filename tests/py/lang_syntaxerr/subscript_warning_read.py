# Reading a subscript of a literal is warned about when it is compiled; storing and deleting are not.
import warnings

for source in ("1[0]", "1[0] = 2", "del 1[0]", "1[0] += 1", "for 1[0] in x: pass", "x = 1[0]", "(1[0], 2[0]) = x", "1[0][1] = 2",
               "[1]['a'] = 1", "[1]['a']"):
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        compile(source, "s", "exec")
    print(source, "|", *[str(w.message).partition(";")[0] for w in told])
# expect: 1[0] | 'int' object is not subscriptable
# expect: 1[0] = 2 |
# expect: del 1[0] |
# expect: 1[0] += 1 |
# expect: for 1[0] in x: pass |
# expect: x = 1[0] | 'int' object is not subscriptable
# expect: (1[0], 2[0]) = x |
# expect: 1[0][1] = 2 | 'int' object is not subscriptable
# expect: [1]['a'] = 1 |
# expect: [1]['a'] | list indices must be integers or slices, not str
