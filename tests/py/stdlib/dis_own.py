# dis shows the runtime's own instructions, whatever the library's tables say.
import contextlib, dis, io, sys


def f(x, *a):
    for i in range(x):
        try:
            print(i, end='')
        except ValueError:
            pass
    return [j + 1 for j in a]


def printed(call, *args, **options):
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        call(*args, **options)
    return out.getvalue()


text = printed(dis.dis, f)
lines = [line for line in text.splitlines() if line]
print(lines[0].split()[:2], 'LOAD_GLOBAL' in text, 'RETURN' in text, 'CACHE' in text, any('>>' in line for line in lines))

all_ = list(dis.get_instructions(f))
print(all_[0].opname, all_[0].argval, all_[0].offset, type(all_[0]).__name__)
print(all_[0].positions.lineno == f.__code__.co_firstlineno + 1)
offsets = {i.offset for i in all_}
jumps = [i for i in all_ if 'JUMP' in i.opname]
print(bool(jumps), all(i.argval in offsets for i in jumps), all(i.is_jump_target for i in all_ if i.offset in {j.argval for j in jumps}))
print([i.argval for i in all_ if i.opname == 'LOAD_GLOBAL'])

b = dis.Bytecode(f)
print([i.opname for i in b] == [i.opname for i in all_], b.dis() == printed(dis.disassemble, f.__code__), b.info().splitlines()[0])
print([i.opname for i in dis.Bytecode('x = 1')][-1])

try:
    1 / 0
except ZeroDivisionError as e:
    mark = [line for line in printed(dis.distb, e.__traceback__).splitlines() if line[4:7] == '-->']
    print(len(mark), 'DIV' in mark[0])
    print(sum(line[4:7] == '-->' for line in dis.Bytecode.from_traceback(e.__traceback__).dis().splitlines()))

# Code within code, classes, methods, generators.
class C:
    def m(self): return lambda: self
    async def n(self): yield 1
text = printed(dis.dis, C)
print('Disassembly of m:' in text, 'Disassembly of n:' in text, '<code <lambda>>' in text, text.count('Disassembly of'))
try:
    dis.dis(5)
except TypeError as e:
    print(e)

# expect: ['6', '0'] True True False True
# expect: LOAD_GLOBAL range 0 Instruction
# expect: True
# expect: True True True
# expect: ['range', 'print', 'ValueError']
# expect: True True Name:              f
# expect: RETURN_NONE
# expect: 1 True
# expect: 1
# expect: True True True 3
# expect: don't know how to disassemble int objects
