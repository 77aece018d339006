def check(src, mode='exec'):
    try:
        compile(src, 'file', mode)
        print('ok', ascii(src))
    except SyntaxError as e:
        print(type(e).__name__, '|', ascii(src) if len(src) < 60 else len(src), '|', ascii(e.msg), '|', e.lineno, e.offset, e.end_lineno, e.end_offset)
    except Exception as e:
        print(type(e).__name__, '|', ascii(src), '|', e)
import warnings
warnings.simplefilter('ignore')
# since-3.14: 'from x import y as 1' | 'invalid syntax' => 'from x import y as 1' | 'cannot use literal as import target'
# since-3.14: 'import x.y as z.w' | 'invalid syntax' | 1 16 1 17 => 'import x.y as z.w' | 'cannot use attribute as import target' | 1 15 1 18
# since-3.14: 'future feature nope is not defined' | 1 1 1 None => 'future feature nope is not defined' | 1 24 1 28
# since-3.14: 'not a chance' | 1 1 1 None => 'not a chance' | 1 24 1 30
for src in [
    'import',
    'import 1',
    'from x import',
    'from import x',
    'from x import *, y',
    'from x import (y',
    'from x import y as 1',
    'import x as',
    'import x.y as z.w',
    'from . import',
    'from x import ()',
    'from x import a,',
    'from x import a b',
    'import a.',
    'from .. x import',
    'import a, ',
    'import x from y',
    'from x import (a, b),',
    'def f():\n from x import *',
    'from __future__ import nope',
    'from __future__ import braces',
    'x = 1\nfrom __future__ import division',
    'import *',
    'from x import *.y',
]:
    check(src)

# expect: SyntaxError | 'import' | "Expected one or more names after 'import'" | 1 7 1 7
# expect: SyntaxError | 'import 1' | 'invalid syntax' | 1 8 1 9
# expect: SyntaxError | 'from x import' | "Expected one or more names after 'import'" | 1 14 1 14
# expect: SyntaxError | 'from import x' | 'invalid syntax' | 1 6 1 12
# expect: SyntaxError | 'from x import *, y' | 'invalid syntax' | 1 16 1 17
# expect: SyntaxError | 'from x import (y' | "'(' was never closed" | 1 15 1 0
# expect: SyntaxError | 'from x import y as 1' | 'cannot use literal as import target' | 1 20 1 21
# expect: SyntaxError | 'import x as' | 'invalid syntax' | 1 12 1 13
# expect: SyntaxError | 'import x.y as z.w' | 'cannot use attribute as import target' | 1 15 1 18
# expect: SyntaxError | 'from . import' | "Expected one or more names after 'import'" | 1 14 1 14
# expect: SyntaxError | 'from x import ()' | 'invalid syntax' | 1 16 1 17
# expect: SyntaxError | 'from x import a,' | 'trailing comma not allowed without surrounding parentheses' | 1 17 1 18
# expect: SyntaxError | 'from x import a b' | 'invalid syntax' | 1 17 1 18
# expect: SyntaxError | 'import a.' | 'invalid syntax' | 1 10 1 11
# expect: SyntaxError | 'from .. x import' | "Expected one or more names after 'import'" | 1 17 1 17
# expect: SyntaxError | 'import a, ' | 'invalid syntax' | 1 11 1 12
# expect: SyntaxError | 'import x from y' | "Did you mean to use 'from ... import ...' instead?" | 1 1 1 16
# expect: SyntaxError | 'from x import (a, b),' | 'invalid syntax' | 1 21 1 22
# expect: SyntaxError | 'def f():\n from x import *' | 'import * only allowed at module level' | 2 16 2 17
# expect: SyntaxError | 'from __future__ import nope' | 'future feature nope is not defined' | 1 24 1 28
# expect: SyntaxError | 'from __future__ import braces' | 'not a chance' | 1 24 1 30
# expect: SyntaxError | 'x = 1\nfrom __future__ import division' | 'from __future__ imports must occur at the beginning of the file' | 2 1 2 32
# expect: SyntaxError | 'import *' | 'invalid syntax' | 1 8 1 9
# expect: SyntaxError | 'from x import *.y' | 'invalid syntax' | 1 16 1 17
