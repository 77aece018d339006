import re
src = '''
let n = 10
let a = 0
let b = 1
while n > 0 do
  let t = a + b
  let a = b
  let b = t
  let n = n - 1
end
print a
if a > 50 do
  print 1000 + a
end
if a < 50 do
  print 0
end
'''
def run(src):
    lines = [l.strip() for l in src.strip().split('\n')]; env, out, pc, stack = {}, [], 0, []
    def val(e): return eval(e, {'__builtins__': {}}, env)
    def skip(pc):
        d = 1
        while d: pc += 1; d += lines[pc].endswith(' do'); d -= lines[pc] == 'end'
        return pc
    while pc < len(lines):
        l = lines[pc]
        if m := re.match(r'let (\w+) = (.*)', l): env[m[1]] = val(m[2])
        elif m := re.match(r'print (.*)', l): out.append(val(m[1]))
        elif m := re.match(r'(while|if) (.*) do', l):
            if val(m[2]): stack.append((m[1], pc))
            else: pc = skip(pc)
        elif l == 'end':
            k, at = stack.pop()
            if k == 'while': pc = at; continue
        else: raise SyntaxError(f'line {pc + 1}: {l}')
        pc += 1
    return out, env
print(run(src))
try: run('bogus line')
except SyntaxError as e: print(e)

# expect: ([55, 1055], {'n': 0, 'a': 55, 'b': 89, 't': 89})
# expect: line 1: bogus line
