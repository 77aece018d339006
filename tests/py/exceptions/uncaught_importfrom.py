from collections import OrderedDictt

# exit: 1
# expect-error: ImportError: cannot import name 'OrderedDictt' from 'collections' (/usr/lib/python3.11/collections/__init__.py)
# lib: -3.12
