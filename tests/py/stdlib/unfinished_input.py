# codeop: blocks within blocks wait for more; the code of a module as a function has global names.
import ast
import asyncio
import code
import codeop
import itertools
import sys
import types

for source in ("if 1:", "class A:\n def f(self):", "class A:\n def f(self):\n", "class A:\n x = 1\n def f(self):\n  if x:\n",
               "if 1:\n  pass\n  if 1:\n    pass\n  else:\n", "try:\n  for x in y:\n", "def f():\n  return (1 +\n", "class A:\n def f(self):\n x"):
    try:
        print(repr(source), codeop.compile_command(source) is None)
    except SyntaxError as e:
        print(repr(source), type(e).__name__, e.msg)


class Console(code.InteractiveConsole):
    def raw_input(self, prompt=""):
        if not lines:
            raise EOFError
        return lines.pop(0)

    def write(self, text):
        print("written:", text.splitlines()[-1:])


lines = ["class A:", "  def f(self):", "    if 1:", "      return 2", "    else:", "      pass", "", "A().f()"]
Console().interact("", "")


async def answer():
    return 5


unit = compile("a = await answer()\nb = [i for i in range(3)]\ndel c", "?", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
space = {"answer": answer, "c": 1}
asyncio.run(types.FunctionType(unit, space)())
print(space["a"], space["b"], "c" in space)

# The bounds of islice go to sys.maxsize.
for bounds in (sys.maxsize,), (1, sys.maxsize), (1, 10, sys.maxsize), (2**70,), (0, 5, -2**70):
    try:
        print(list(itertools.islice("abcdef", *bounds)))
    except ValueError as e:
        print(e)


class E(Exception):
    pass


for o in E(), Exception(), type("Q", (), {})():
    try:
        del o.__dict__
        print("deleted")
    except TypeError as e:
        print(e)

# expect: 'if 1:' True
# expect: 'class A:\n def f(self):' True
# expect: 'class A:\n def f(self):\n' True
# expect: 'class A:\n x = 1\n def f(self):\n  if x:\n' True
# expect: 'if 1:\n  pass\n  if 1:\n    pass\n  else:\n' True
# expect: 'try:\n  for x in y:\n' True
# expect: 'def f():\n  return (1 +\n' True
# expect: 'class A:\n def f(self):\n x' IndentationError expected an indented block after function definition on line 2
# expect: 2
# expect: written: ['']
# expect: 5 [0, 1, 2] False
# expect: ['a', 'b', 'c', 'd', 'e', 'f']
# expect: ['b', 'c', 'd', 'e', 'f']
# expect: ['b']
# expect: Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.
# expect: Step for islice() must be a positive integer or None.
# expect: cannot delete __dict__
# expect: cannot delete __dict__
# expect: deleted
