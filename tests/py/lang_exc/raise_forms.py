def t(s):
    try: exec(s)
    except BaseException as e: print(s, '|', type(e).__name__, e)
for s in ['raise ValueError', 'raise ValueError()', 'raise ValueError("m")', 'raise', 'raise 5', 'raise "s"', 'raise None', 'raise int', 'raise ValueError from int', 'raise KeyError("k")', 'raise KeyError(1, 2)', 'raise OSError(2, "nf")', 'raise SystemExit', 'raise SystemExit(3)', 'raise KeyboardInterrupt', 'raise StopIteration(5)', 'raise NotImplemented', 'raise type("X", (Exception,), {})("dyn")', 'raise (ValueError, KeyError)', 'raise lambda: 0', 'raise type("B", (Exception,), {"__new__": lambda c: 5})']: t(s)

# expect: raise ValueError | ValueError 
# expect: raise ValueError() | ValueError 
# expect: raise ValueError("m") | ValueError m
# expect: raise | RuntimeError No active exception to reraise
# expect: raise 5 | TypeError exceptions must derive from BaseException
# expect: raise "s" | TypeError exceptions must derive from BaseException
# expect: raise None | TypeError exceptions must derive from BaseException
# expect: raise int | TypeError exceptions must derive from BaseException
# expect: raise ValueError from int | TypeError exception causes must derive from BaseException
# expect: raise KeyError("k") | KeyError 'k'
# expect: raise KeyError(1, 2) | KeyError (1, 2)
# expect: raise OSError(2, "nf") | FileNotFoundError [Errno 2] nf
# expect: raise SystemExit | SystemExit 
# expect: raise SystemExit(3) | SystemExit 3
# expect: raise KeyboardInterrupt | KeyboardInterrupt 
# expect: raise StopIteration(5) | StopIteration 5
# expect: raise NotImplemented | TypeError exceptions must derive from BaseException
# expect: raise type("X", (Exception,), {})("dyn") | X dyn
# expect: raise (ValueError, KeyError) | TypeError exceptions must derive from BaseException
# expect: raise lambda: 0 | TypeError exceptions must derive from BaseException
# expect: raise type("B", (Exception,), {"__new__": lambda c: 5}) | TypeError calling <class '__main__.B'> should have returned an instance of BaseException, not <class 'int'>
