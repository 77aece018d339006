import tokenize, io, keyword, symtable
print([(tokenize.tok_name[t.type], t.string) for t in tokenize.generate_tokens(io.StringIO('x = 1 # c\nif x:\n  y').readline)])
print(keyword.iskeyword('if'), keyword.issoftkeyword('match'), len(keyword.kwlist))
s = symtable.symtable('def f(a):\n  b = a\n  def g(): return b', 'f', 'exec'); f = s.get_children()[0]
print(f.get_name(), f.get_parameters(), sorted(f.get_locals()), f.get_children()[0].get_frees(), s.lookup('f').is_namespace())

# expect: [('NAME', 'x'), ('OP', '='), ('NUMBER', '1'), ('COMMENT', '# c'), ('NEWLINE', '\n'), ('NAME', 'if'), ('NAME', 'x'), ('OP', ':'), ('NEWLINE', '\n'), ('INDENT', '  '), ('NAME', 'y'), ('NEWLINE', ''), ('DEDENT', ''), ('ENDMARKER', '')]
# expect: True True 35
# expect: f ('a',) ['a', 'b', 'g'] ('b',) True
