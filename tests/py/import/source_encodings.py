import importlib, os, sys, tempfile
sys.dont_write_bytecode = True
root = tempfile.mkdtemp()
sys.path.insert(0, root)
def put(path, text=''):
    full = os.path.join(root, path)
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, 'w') as f: f.write(text)
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, str(e).replace(root, 'ROOT').split(' (')[0])
def putb(path, data):
    with open(os.path.join(root, path), 'wb') as f: f.write(data)
putb('e1.py', b'# -*- coding: latin-1 -*-\ns = "\xe9"\n')
putb('e2.py', b'\xef\xbb\xbfs = "bom \xc3\xa9"\n')
putb('e3.py', b's = "\xe9"\n')
putb('e4.py', b'#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\ns = "\x80"\n')
putb('e5.py', b'\xef\xbb\xbf# coding: latin-1\ns = 1\n')
putb('e6.py', b's = 1\r\nt = """a\r\nb"""\r\n')
putb('e7.py', b's = 1\rt = 2\r')
putb('e8.py', b's = "no newline at end"')
putb('e9.py', b'')
for n in range(1, 10): t(lambda: ascii({k: v for k, v in vars(importlib.import_module(f'e{n}')).items() if not k.startswith('__')}))

# expect: {'s': '\xe9'}
# expect: {'s': 'bom \xe9'}
# expect: SyntaxError (unicode error) 'utf-8' codec can't decode byte 0xe9 in position 0: unexpected end of data
# expect: {'s': '\u20ac'}
# expect: SyntaxError encoding problem: iso-8859-1 with BOM
# expect: {'s': 1, 't': 'a\nb'}
# expect: {'s': 1, 't': 2}
# expect: {'s': 'no newline at end'}
# expect: {}
