class VM:
    def __init__(self, code): self.code, self.st, self.vars, self.pc, self.out, self.calls = code, [], {}, 0, [], []
    def run(self):
        while self.pc < len(self.code):
            op, *a = self.code[self.pc]; self.pc += 1
            getattr(self, 'op_' + op)(*a)
        return self.out
    def op_push(self, v): self.st.append(v)
    def op_add(self): b, a = self.st.pop(), self.st.pop(); self.st.append(a + b)
    def op_mul(self): b, a = self.st.pop(), self.st.pop(); self.st.append(a * b)
    def op_sub(self): b, a = self.st.pop(), self.st.pop(); self.st.append(a - b)
    def op_load(self, n): self.st.append(self.vars[n])
    def op_store(self, n): self.vars[n] = self.st.pop()
    def op_jz(self, t):
        if not self.st.pop(): self.pc = t
    def op_jmp(self, t): self.pc = t
    def op_print(self): self.out.append(self.st.pop())
    def op_call(self, t): self.calls.append(self.pc); self.pc = t
    def op_ret(self): self.pc = self.calls.pop()
fact = [('push', 10), ('store', 'n'), ('push', 1), ('store', 'r'), ('load', 'n'), ('jz', 15), ('load', 'r'), ('load', 'n'), ('mul',), ('store', 'r'), ('load', 'n'), ('push', 1), ('sub',), ('store', 'n'), ('jmp', 4), ('load', 'r'), ('print',)]
print(VM(fact).run())
print(VM([('call', 3), ('call', 3), ('jmp', 6), ('push', 'x'), ('print',), ('ret',)]).run())
for bad in ([('nope',)], [('add',)], [('load', 'q')], [('push', 1), ('push', 'a'), ('add',)]):
    try: VM(bad).run()
    except Exception as e: print(type(e).__name__, e)

# expect: [3628800]
# expect: ['x', 'x']
# expect: AttributeError 'VM' object has no attribute 'op_nope'
# expect: IndexError pop from empty list
# expect: KeyError 'q'
# expect: TypeError unsupported operand type(s) for +: 'int' and 'str'
