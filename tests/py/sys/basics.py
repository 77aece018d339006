def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys
t(lambda: sys.argv[1:])
t(lambda: sys.byteorder)
t(lambda: sys.maxsize)
t(lambda: sys.maxunicode)
t(lambda: sys.implementation.name != '')
t(lambda: sys.version_info >= (3, 11))
t(lambda: sys.version_info.major)
t(lambda: sys.hexversion > 0x030b0000)
t(lambda: sys.platform)
t(lambda: type(sys.path).__name__)
t(lambda: 'sys' in sys.modules)
t(lambda: sys.executable != '')
t(lambda: sys.prefix != '')
t(lambda: sys.flags.optimize)
t(lambda: sys.getdefaultencoding())
t(lambda: sys.getfilesystemencoding())
t(lambda: sys.float_info.dig)
t(lambda: sys.int_info.bits_per_digit > 0)
t(lambda: sys.hash_info.width)
t(lambda: sys.thread_info.name)
t(lambda: sys.api_version > 0)
t(lambda: sys.copyright != '')
t(lambda: sys.dont_write_bytecode in (True, False))
t(lambda: 'math' in sys.builtin_module_names or True)
t(lambda: 'json' in sys.stdlib_module_names)
t(lambda: sys.is_finalizing())
t(lambda: sys.getallocatedblocks() >= 0)
t(lambda: sys.warnoptions)
t(lambda: sys.pycache_prefix)
t(lambda: sys.orig_argv[-1] if 0 else 1)
# args: a -b "c d"

# expect: ['a', '-b', 'c d']
# expect: 'little'
# expect: 9223372036854775807
# expect: 1114111
# expect: True
# expect: True
# expect: 3
# expect: True
# expect: 'linux'
# expect: 'list'
# expect: True
# expect: True
# expect: True
# expect: 0
# expect: 'utf-8'
# expect: 'utf-8'
# expect: 15
# expect: True
# expect: 64
# expect: 'pthread'
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: False
# expect: True
# expect: []
# expect: None
# expect: 1
