def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

import sys
t(lambda: sys.getswitchinterval() > 0)
t(lambda: sys.get_int_max_str_digits())
t(lambda: sys.is_stack_trampoline_active() if hasattr(sys, 'is_stack_trampoline_active') else False)
t(lambda: sys.get_asyncgen_hooks().firstiter)
t(lambda: sys.get_coroutine_origin_tracking_depth())
t(lambda: sys.getunicodeinternedsize() > 0)
t(lambda: sys.call_tracing(max, (1, 2)) if hasattr(sys, 'call_tracing') else 2)
t(lambda: sys._clear_type_cache() if 0 else None)
t(lambda: sys.gettrace())
t(lambda: sys.getprofile())
t(lambda: sys.last_exc if hasattr(sys, 'last_exc') else None)
t(lambda: sys.monitoring.get_tool(0))
t(lambda: sys.float_repr_style)
t(lambda: sys.platlibdir != '')
t(lambda: sys.base_prefix != '')
t(lambda: sys.exec_prefix != '')
t(lambda: sys.set_int_max_str_digits(5))
t(lambda: sys.setswitchinterval('a'))
t(lambda: sys.nope)

# expect: True
# expect: 4300
# expect: False
# expect: None
# expect: 0
# expect: True
# expect: 2
# expect: None
# expect: None
# expect: None
# expect: None
# expect: None
# expect: 'short'
# expect: True
# expect: True
# expect: True
# expect: ValueError maxdigits must be 0 or larger than 640
# expect: TypeError must be real number, not str
# expect: AttributeError module 'sys' has no attribute 'nope'
