import traceback
def inner(x):
    return 1 / x
def outer():
    return inner(0) + 1
try: outer()
except ZeroDivisionError:
    for line in traceback.format_exc().split('\n'):
        if not line.strip().startswith('File') and '^' not in line and '~' not in line: print(line)
try:
    try: raise KeyError('a')
    except KeyError: raise ValueError('b')
except ValueError:
    text = traceback.format_exc()
    print([l for l in text.split('\n') if l and not l.startswith(' ')])
try: raise ExceptionGroup('eg', [ValueError(1), TypeError(2)])
except ExceptionGroup as e: print(''.join(traceback.format_exception_only(e)))
e = ValueError('multi\nline'); e.add_note('note 1'); e.add_note('note\n2')
print(''.join(traceback.format_exception_only(e)))

# expect: Traceback (most recent call last):
# expect:     try: outer()
# expect:     return inner(0) + 1
# expect:     return 1 / x
# expect: ZeroDivisionError: division by zero
# expect:
# expect: ['Traceback (most recent call last):', "KeyError: 'a'", 'During handling of the above exception, another exception occurred:', 'Traceback (most recent call last):', 'ValueError: b']
# expect: ExceptionGroup: eg (2 sub-exceptions)
# expect:
# expect: ValueError: multi
# expect: line
# expect: note 1
# expect: note
# expect: 2
# expect:
