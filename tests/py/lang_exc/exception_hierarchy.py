def tree(c, d=0):
    if c.__module__ == 'builtins':
        print('  ' * d + c.__name__)
        for s in sorted(c.__subclasses__(), key=lambda s: s.__name__): tree(s, d + 1)
tree(ArithmeticError); tree(LookupError); tree(OSError); tree(ValueError); tree(RuntimeError); tree(NameError); tree(ImportError); tree(SyntaxError); tree(Warning)
print([c.__name__ for c in (BaseException,) + tuple(sorted((s for s in BaseException.__subclasses__() if s.__module__ == 'builtins'), key=lambda s: s.__name__))])

# expect: ArithmeticError
# expect:   FloatingPointError
# expect:   OverflowError
# expect:   ZeroDivisionError
# expect: LookupError
# expect:   IndexError
# expect:   KeyError
# expect: OSError
# expect:   BlockingIOError
# expect:   ChildProcessError
# expect:   ConnectionError
# expect:     BrokenPipeError
# expect:     ConnectionAbortedError
# expect:     ConnectionRefusedError
# expect:     ConnectionResetError
# expect:   FileExistsError
# expect:   FileNotFoundError
# expect:   InterruptedError
# expect:   IsADirectoryError
# expect:   NotADirectoryError
# expect:   PermissionError
# expect:   ProcessLookupError
# expect:   TimeoutError
# expect: ValueError
# expect:   UnicodeError
# expect:     UnicodeDecodeError
# expect:     UnicodeEncodeError
# expect:     UnicodeTranslateError
# expect: RuntimeError
# expect:   NotImplementedError
# expect:   PythonFinalizationError
# expect:   RecursionError
# expect: NameError
# expect:   UnboundLocalError
# expect: ImportError
# expect:   ModuleNotFoundError
# expect: SyntaxError
# expect:   IndentationError
# expect:     TabError
# expect:   _IncompleteInputError
# expect: Warning
# expect:   BytesWarning
# expect:   DeprecationWarning
# expect:   EncodingWarning
# expect:   FutureWarning
# expect:   ImportWarning
# expect:   PendingDeprecationWarning
# expect:   ResourceWarning
# expect:   RuntimeWarning
# expect:   SyntaxWarning
# expect:   UnicodeWarning
# expect:   UserWarning
# expect: ['BaseException', 'BaseExceptionGroup', 'Exception', 'GeneratorExit', 'KeyboardInterrupt', 'SystemExit']
