# __debug__ is no target of an annotated assignment, with a value or without.
for text in ("object.__debug__: int", "object.__debug__: int = 3", "__debug__: int", "(__debug__): int"):
    try:
        compile(text, "f", "exec")
        print("compiled")
    except SyntaxError as e:
        print(e.msg)
# expect: cannot assign to __debug__
# expect: cannot assign to __debug__
# expect: cannot assign to __debug__
# expect: cannot assign to __debug__
