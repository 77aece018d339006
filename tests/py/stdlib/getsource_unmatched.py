# lib: 3.13-
# The tokens of a piece of source are told although its brackets do not match: inspect looks at pieces.
import tokenize

for source in (")\n", "(]\n", "x = a) + 1\n", "f(x))\n", "[)\n"):
    print([t.string for t in tokenize.generate_tokens(iter([source]).__next__)])
# expect: [')', '\n', '']
# expect: ['(', ']', '\n', '']
# expect: ['x', '=', 'a', ')', '+', '1', '\n', '']
# expect: ['f', '(', 'x', ')', ')', '\n', '']
# expect: ['[', ')', '\n', '']
