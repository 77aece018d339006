# A module is called before its first line: line 0. A function is called at its first line.
import sys


def trace(frame, event, arg):
    print(event, frame.f_code.co_name, frame.f_lineno)
    return trace


code = compile("\n\nx = 1\n\ndef f():\n    pass\nf()\n", "s", "exec")
sys.settrace(trace)
exec(code)
eval("x + 1")
sys.settrace(None)
# expect: call <module> 0
# expect: line <module> 3
# expect: line <module> 5
# expect: line <module> 7
# expect: call f 5
# expect: line f 6
# expect: return f 6
# expect: return <module> 7
# expect: call <module> 0
# expect: line <module> 1
# expect: return <module> 1
