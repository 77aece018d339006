def t(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)

pairs = [(ZeroDivisionError, ArithmeticError), (KeyError, LookupError), (IndexError, LookupError), (FileNotFoundError, OSError), (UnicodeDecodeError, ValueError), (ModuleNotFoundError, ImportError), (RecursionError, RuntimeError), (NotImplementedError, RuntimeError), (UnboundLocalError, NameError), (IndentationError, SyntaxError), (BrokenPipeError, ConnectionError), (StopIteration, Exception), (KeyboardInterrupt, BaseException), (OverflowError, ArithmeticError), (TimeoutError, OSError)]
for c, b in pairs:
    try: raise c.__new__(c)
    except b as e: print(type(e).__name__, 'as', b.__name__, isinstance(e, Exception))

# expect: ZeroDivisionError as ArithmeticError True
# expect: KeyError as LookupError True
# expect: IndexError as LookupError True
# expect: FileNotFoundError as OSError True
# expect: UnicodeDecodeError as ValueError True
# expect: ModuleNotFoundError as ImportError True
# expect: RecursionError as RuntimeError True
# expect: NotImplementedError as RuntimeError True
# expect: UnboundLocalError as NameError True
# expect: IndentationError as SyntaxError True
# expect: BrokenPipeError as ConnectionError True
# expect: StopIteration as Exception True
# expect: KeyboardInterrupt as BaseException False
# expect: OverflowError as ArithmeticError True
# expect: TimeoutError as OSError True
