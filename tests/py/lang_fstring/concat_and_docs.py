def f(): f'not doc {1}'
def g(): 'doc' f''
print(f.__doc__, g.__doc__)
print('a' f'{1}' 'b' f'{2}', f'{1}' r'\n' f'{2}', len(f'{"x" * 1000}'), f'{1}{2}{3}' == '123', f'x' is not None)
print('\N{BULLET}', f'\N{BULLET} {1} \x41\u00e9', rf'\N{1}' if 0 else 'skip', f'\{6}' if 0 else 'skip', f'a\
b')
print(f"{'a':\x3e5}|", f'{"a":\N{BULLET}>4}|', f'{3:\t>3}|'.replace('\t', '<TAB>'))

# expect: None None
# expect: a1b2 1\n2 1000 True True
# expect: • • 1 Aé skip skip ab
# expect:     a| •••a| <TAB><TAB>3|
