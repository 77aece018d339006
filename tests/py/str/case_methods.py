def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

t(lambda: [f('hELLO wORLD') for f in (str.upper, str.lower, str.title, str.capitalize, str.swapcase, str.casefold)])
t(lambda: [s.upper() for s in ('ß', 'ﬁ', 'ǆ', 'ŉ', 'ΐ', 'i', 'ı')])
t(lambda: [s.lower() for s in ('İ', 'Σ', 'ΑΣ', 'ΑΣΑ', 'ẞ', 'K')])
t(lambda: [s.title() for s in ("they're bill's", 'x-ray', '1st', 'ǆ a', 'aBC dEF', 'ﬁne')])
t(lambda: [s.capitalize() for s in ('', 'a', 'ABC', 'ǆx', 'éA', 'ßx')])
t(lambda: [s.casefold() for s in ('ß', 'Σ', 'İ', 'ﬀ')])
t(lambda: [s.swapcase() for s in ('aB1', 'ß', 'ǅ')])
t(lambda: 'a'.upper(1))

# expect: ['HELLO WORLD', 'hello world', 'Hello World', 'Hello world', 'Hello World', 'hello world']
# expect: ['SS', 'FI', 'Ǆ', 'ʼN', 'Ϊ́', 'I', 'I']
# expect: ['i̇', 'σ', 'ας', 'ασα', 'ß', 'k']
# expect: ["They'Re Bill'S", 'X-Ray', '1St', 'ǅ A', 'Abc Def', 'Fine']
# expect: ['', 'A', 'Abc', 'ǅx', 'Éa', 'Ssx']
# expect: ['ss', 'σ', 'i̇', 'ff']
# expect: ['Ab1', 'SS', 'ǅ']
# expect: TypeError str.upper() takes no arguments (1 given)
