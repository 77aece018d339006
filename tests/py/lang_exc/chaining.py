def show(e):
    print(type(e).__name__, e, '| cause', repr(e.__cause__), '| ctx', repr(e.__context__), '|', e.__suppress_context__)
try:
    try: raise ValueError(1)
    except ValueError: raise KeyError(2)
except KeyError as e: show(e)
try:
    try: raise ValueError(1)
    except ValueError as v: raise KeyError(2) from v
except KeyError as e: show(e)
try:
    try: raise ValueError(1)
    except ValueError: raise KeyError(2) from None
except KeyError as e: show(e)
try: raise KeyError from ValueError
except KeyError as e: show(e)
try: raise KeyError from 5
except TypeError as e: print(e)
try:
    try: 1 / 0
    finally: [][1]
except IndexError as e: show(e)
try:
    try: raise ValueError(1)
    except ValueError as e: raise
except ValueError as e: show(e)

# expect: KeyError 2 | cause None | ctx ValueError(1) | False
# expect: KeyError 2 | cause ValueError(1) | ctx ValueError(1) | True
# expect: KeyError 2 | cause None | ctx ValueError(1) | True
# expect: KeyError  | cause ValueError() | ctx None | True
# expect: exception causes must derive from BaseException
# expect: IndexError list index out of range | cause None | ctx ZeroDivisionError('division by zero') | False
# expect: ValueError 1 | cause None | ctx None | False
